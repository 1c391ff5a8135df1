package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CgroupPathTest {
  private static final String ID =
      "0f3f1c6a1d0e4c6e8f9f0a1b2c3d4e5f60718293a4b5c6d7e8f901234567890a";

  @Test
  void theMemoryControllersTreeComesBeforeTheOneTree() {
    assertThat(
            CgroupPath.ofMemory(
                "11:cpu,cpuacct:/cpu\n4:hugetlb,memory:/kubepods/a:b\n1:name=systemd:/s\n0::/u\n"))
        .isEqualTo("/kubepods/a:b");
    assertThat(CgroupPath.ofMemory("0::/../cri-containerd-x.scope\n"))
        .isEqualTo("/../cri-containerd-x.scope");
    assertThat(CgroupPath.ofMemory("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kubepods/burstable/pod1/" + ID,
        "/kubepods.slice/kubepods-pod1.slice/cri-containerd-" + ID + ".scope",
        "/docker/" + ID + "/init"
      })
  void findsTheContainersId(String path) {
    assertThat(CgroupPath.containerId(path)).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/user.slice/session-1.scope", "/x/" + ID + "a"})
  void findsNoneWhereThereIsNone(String path) {
    assertThat(CgroupPath.containerId(path)).isEmpty();
  }
}
