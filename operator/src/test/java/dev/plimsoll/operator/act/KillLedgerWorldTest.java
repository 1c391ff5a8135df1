package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.ContainerKills;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.Samples;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A budget's pods are killed, restarted and deleted, their agents are restarted, samples come late,
 * and operators die and go on from the status: the count is that of the kernel.
 */
class KillLedgerWorldTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");

  /** The world as it is: what the kernel counts, and what an agent has read of it. */
  private static final class World {
    final Random random;
    final Map<String, SimulatedPod> pods = new LinkedHashMap<>();
    Instant now = BEGIN;
    long kills;
    int names;

    World(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        addPod();
      }
    }

    void addPod() {
      String name = "pod" + names++;
      pods.put(name, new SimulatedPod(name, now));
    }

    SimulatedPod any() {
      return List.copyOf(pods.values()).get(random.nextInt(pods.size()));
    }

    List<Pod> resources() {
      return pods.values().stream().map(SimulatedPod::resource).toList();
    }

    List<PodSample> samples() {
      return pods.values().stream().map(pod -> pod.sample(now)).toList();
    }
  }

  /** One pod with an agent. The kernel's counter goes with the start of the container. */
  private static final class SimulatedPod {
    final String name;
    final Instant created;
    int starts;
    long inThisStart;
    List<ContainerKills> agentSaw = new ArrayList<>();
    TestPod status;

    SimulatedPod(String name, Instant created) {
      this.name = name;
      this.created = created;
      status = new TestPod(name, created).withAgent();
    }

    String start() {
      return "start" + starts;
    }

    /** The kernel kills the container's first process, and the runtime starts it anew. */
    void endByOom(Instant now) {
      inThisStart++;
      status = new TestPod(name, created).withAgent().ended(start(), "OOMKilled", 137, now);
      agentSaw.addFirst(new ContainerKills(start(), inThisStart));
      agentSaw = new ArrayList<>(agentSaw.subList(0, Math.min(3, agentSaw.size())));
      inThisStart = 0;
      starts++;
    }

    /** It knows the running start's counter, and nothing of those before it. */
    void restartAgent() {
      agentSaw = new ArrayList<>();
    }

    PodSample sample(Instant now) {
      List<ContainerKills> told = new ArrayList<>(agentSaw);
      told.addFirst(new ContainerKills(start(), inThisStart));
      return Samples.of(name, now).withContainers(told.toArray(ContainerKills[]::new)).build();
    }

    Pod resource() {
      return status.build();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCountIsThatOfTheKernel(long seed) {
    World world = new World(seed);
    Random random = world.random;
    KillLedger ledger = new KillLedger();
    Counted status = Counted.NOTHING;
    List<PodSample> samples = world.samples();
    for (int step = 0; step < 150; step++) {
      world.now = world.now.plusSeconds(1 + random.nextInt(30));
      switch (random.nextInt(9)) {
        case 0, 1 -> {
          world.any().inThisStart += 2;
          world.kills += 2;
        }
        case 2 -> {
          world.any().endByOom(world.now);
          world.kills++;
          // A look at every second end at least: the pod status shows no more.
          samples = world.samples();
          status = look(ledger, status, world, samples);
        }
        case 3 -> {
          // An agent that dies untold takes with it only what the pod status does not show.
          samples = world.samples();
          status = look(ledger, status, world, samples);
          world.any().restartAgent();
        }
        case 4 -> {
          // A pod that goes has been looked at since its last kill.
          samples = world.samples();
          status = look(ledger, status, world, samples);
          world.pods.remove(world.any().name);
          world.addPod();
        }
        case 5 -> ledger = new KillLedger();
        case 6 -> samples = world.samples();
        // With samples that may be old, and of pods that may be gone.
        default -> status = look(ledger, status, world, samples);
      }
    }
    status = look(ledger, status, world, world.samples());

    assertThat(status.totals().total()).isEqualTo(world.kills);
  }

  private static Counted look(
      KillLedger ledger, Counted status, World world, List<PodSample> samples) {
    return ledger.note(
        "uid-of-web",
        status,
        new KillEvidence(world.resources(), "web", Samples.metering(samples), BEGIN),
        world.now);
  }
}
