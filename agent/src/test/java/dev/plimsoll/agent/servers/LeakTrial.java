package dev.plimsoll.agent.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.GuardLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Lets the whole guard watch over a real server whose application keeps memory with each request,
 * until it has kept as much as the cgroup holds: nothing is killed, and every request is answered.
 */
final class LeakTrial {
  private static final int KEPT_BY_REQUEST = 1;

  /** With the pause between two that keep memory, some 13 MB/s, which fills the cgroup in 20 s. */
  private static final List<String> LEAK =
      List.of("/keep?mb=" + KEPT_BY_REQUEST, "/sleep?seconds=0.06");

  private static final List<String> LONG = List.of("/sleep?seconds=0.5");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private LeakTrial() {}

  /** Runs a server under the guard. */
  static void run(ServerUnderTest server) throws Exception {
    List<String> journal = new CopyOnWriteArrayList<>();
    Queue<IOException> lost = new ConcurrentLinkedQueue<>();
    try (Scratch scratch = Scratch.make();
        ServerRig rig = ServerRig.start(server, scratch.folder());
        GuardLoop loop = rig.guard(journal::add)) {
      Thread.ofPlatform().name("guard").daemon().start(loop);
      Requests requests = server.requests(rig.port());
      ServerRig.await("an answer").ignoreExceptions().until(() -> requests.answeredBy("/") > 0);
      ServerRig.await("every worker").until(() -> rig.workers().size() == server.workers());
      long leaks = server.limit().count() / ((long) KEPT_BY_REQUEST << 20);
      AtomicLong left = new AtomicLong(leaks);
      BooleanSupplier goesOn = () -> left.get() > 0;
      Thread leaking =
          Thread.ofVirtual()
              .start(() -> ask(requests, LEAK, () -> left.getAndDecrement() > 0, lost));
      Thread waiting = Thread.ofVirtual().start(() -> ask(requests, LONG, goesOn, lost));
      assertThat(leaking.join(PATIENCE)).as("has asked everything: %s", journal).isTrue();
      assertThat(waiting.join(PATIENCE)).as("has asked everything: %s", journal).isTrue();
      assertThat(rig.oomKills()).as("OOM kills: %s", journal).isZero();
      assertThat(lost).as("requests lost: %s", journal).isEmpty();
      assertThat(journal).filteredOn(line -> line.startsWith("recycle")).isNotEmpty();
    }
  }

  private static void ask(
      Requests requests, List<String> round, BooleanSupplier goesOn, Queue<IOException> lost) {
    while (goesOn.getAsBoolean()) {
      for (String path : round) {
        try {
          requests.answeredBy(path);
        } catch (IOException e) {
          lost.add(e);
        }
      }
    }
  }
}
