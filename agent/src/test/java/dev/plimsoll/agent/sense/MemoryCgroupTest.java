package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both versions by directories as kernels write them. */
class MemoryCgroupTest {
  private static final Path FIXTURES = Path.of("src/test/resources/cgroup");

  @Test
  void version2TellsEverything() throws IOException {
    try (MemoryCgroup cgroup = MemoryCgroup.open(FIXTURES.resolve("v2-limited"))) {
      assertThat(cgroup.read())
          .contains(
              new ContainerMemory(
                  Bytes.ofMebi(256),
                  Bytes.ofMebi(128),
                  Bytes.ofMebi(128 - 20 - 12 - 2),
                  Bytes.ofMebi(128 - 20),
                  2));
      assertThat(cgroup.pressure()).contains(new Pressure(1.53, 0.5));
      assertThat(cgroup.killsAsGroup()).isTrue();
    }
  }

  @Test
  void withoutALimitTheMachineIsTheLimit() throws IOException {
    try (MemoryCgroup cgroup = MemoryCgroup.open(FIXTURES.resolve("v2-unlimited"))) {
      ContainerMemory memory = cgroup.read().orElseThrow();

      assertThat(memory.limit()).isEqualTo(MachineMemory.total());
      assertThat(memory.unreclaimable()).isEqualTo(Bytes.ofMebi(10));
      assertThat(memory.oomKills()).isZero();
      assertThat(cgroup.pressure()).isEmpty();
      assertThat(cgroup.killsAsGroup()).isFalse();
    }
  }

  @Test
  void version1CountsChildCgroupsToo() throws IOException {
    try (MemoryCgroup cgroup = MemoryCgroup.open(FIXTURES.resolve("v1-old-kernel"))) {
      assertThat(cgroup.read())
          .contains(
              new ContainerMemory(
                  Bytes.ofMebi(200), Bytes.ofMebi(100), Bytes.ofMebi(85), Bytes.ofMebi(90), 0));
    }
  }

  @Test
  void everyReadIsOfThePresent(@TempDir Path directory) throws IOException {
    for (String file : List.of("memory.max", "memory.current", "memory.stat", "memory.events")) {
      Files.copy(FIXTURES.resolve("v2-limited").resolve(file), directory.resolve(file));
    }
    try (MemoryCgroup cgroup = MemoryCgroup.open(directory)) {
      cgroup.read();
      Files.writeString(directory.resolve("memory.current"), "99999999999\n");
      Files.writeString(directory.resolve("memory.events"), "oom_kill 7\n");

      ContainerMemory memory = cgroup.read().orElseThrow();
      assertThat(memory.current()).isEqualTo(new Bytes(99_999_999_999L));
      assertThat(memory.oomKills()).isEqualTo(7);
    }
  }

  @Test
  void whatIsNoCgroupIsNotOpened(@TempDir Path directory) {
    assertThatThrownBy(() -> MemoryCgroup.open(directory)).isInstanceOf(IOException.class);
  }
}
