package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.plimsoll.agent.launch.Child;
import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Linux with the right to make cgroups, which means as root; skipped elsewhere. */
class RealCgroupTest {
  private static final String HOG = "x=a; while :; do x=$x$x; done";
  private static final GuardPolicy POLICY =
      PolicyText.defaults(new PolicyText.Place("web", "test"));

  @Test
  void aKillIsCountedOnceAndThenTheCgroupIsGone() throws Exception {
    LimitedGroup group = made(Bytes.ofMebi(32));
    MemoryCgroup cgroup = MemoryCgroup.open(group.directory());
    assertThat(cgroup.read().map(ContainerMemory::limit)).contains(Bytes.ofMebi(32));

    Child hog = Child.start(group.enclose(List.of("sh", "-c", HOG)), Map.of());
    hog.exitStatus();
    await().until(() -> cgroup.read().orElseThrow().oomKills() == 1);

    group.close();
    assertThat(cgroup.read()).isEmpty();
    cgroup.close();
  }

  @Test
  void pageCacheIsReclaimable(@TempDir Path scratch) throws Exception {
    Path file = scratch.resolve("read");
    Files.write(file, new byte[20 << 20]);
    try (LimitedGroup group = made(Bytes.ofMebi(64));
        MemoryCgroup cgroup = MemoryCgroup.open(group.directory())) {
      Path copy = scratch.resolve("written");
      Child.start(group.enclose(List.of("cp", file.toString(), copy.toString())), Map.of())
          .exitStatus();

      ContainerMemory memory = cgroup.read().orElseThrow();
      assertThat(memory.current()).isGreaterThan(Bytes.ofMebi(18));
      assertThat(memory.unreclaimable()).isLessThan(Bytes.ofMebi(6));
    }
  }

  @Test
  void aContainerThatComesBackIsSeenAgainAndItsKillsStay() throws Exception {
    String name = "web-" + UUID.randomUUID();
    try (ContainerSensor sensor = new ContainerSensor(new Target.Container(name))) {
      try (LimitedGroup first = made(Bytes.ofMebi(32))) {
        Child app = named(first, name, "sh -c '" + HOG + "'; exec sleep 60");
        await().pollInSameThread().untilAsserted(() -> assertThat(kills(sensor)).isEqualTo(1));
        app.signal(Signal.KILL);
        app.exitStatus();
      }
      await()
          .pollInSameThread()
          .untilAsserted(() -> assertThat(observe(sensor)).isInstanceOf(Observation.Waiting.class));
      try (LimitedGroup second = made(Bytes.ofMebi(64))) {
        Child app = named(second, name, "exec sleep 60");
        await()
            .pollInSameThread()
            .untilAsserted(
                () -> {
                  ContainerMemory memory = memory(sensor);
                  assertThat(memory.limit()).isEqualTo(Bytes.ofMebi(64));
                  assertThat(memory.oomKills()).isEqualTo(1);
                });
        app.signal(Signal.KILL);
        app.exitStatus();
      }
    }
  }

  private static Child named(LimitedGroup group, String name, String script) throws IOException {
    return Child.start(
        group.enclose(List.of("sh", "-c", script)), Map.of("PLIMSOLL_CONTAINER", name));
  }

  private static long kills(ContainerSensor sensor) {
    return memory(sensor).oomKills();
  }

  private static ContainerMemory memory(ContainerSensor sensor) {
    return switch (observe(sensor)) {
      case Observation.Seen seen -> seen.reading().memory();
      case Observation.Waiting(String why) -> throw new AssertionError(why);
    };
  }

  private static Observation observe(ContainerSensor sensor) {
    long now = System.nanoTime();
    return sensor.observe(Duration.ofNanos(now), now, POLICY);
  }

  private static LimitedGroup made(Bytes limit) {
    String name = "plimsoll-sense-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    return switch (LimitedGroup.make(name, limit)) {
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> group;
      case LimitedGroup.Outcome.Impossible(String why) -> abort(why);
    };
  }
}
