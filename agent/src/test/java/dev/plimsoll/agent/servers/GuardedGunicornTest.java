package dev.plimsoll.agent.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.plimsoll.agent.GuardLoop;
import dev.plimsoll.agent.launch.Child;
import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The whole loop on a real gunicorn that leaks in a real memory cgroup. Needs Linux, root to make a
 * memory cgroup, and Python; skipped elsewhere.
 */
class GuardedGunicornTest {
  private static final PythonPackages PACKAGES =
      PythonPackages.of("gunicorn==27.0.1", "packaging==26.3");
  private static final Bytes LIMIT = Bytes.ofMebi(256);

  /** One mebibyte is kept and some 50 ms are passed by each round: it leaks 20 MB/s. */
  private static final List<String> ROUND = List.of("/keep?mb=1", "/sleep?seconds=0.05");

  /** Half as much again as the limit. */
  private static final int ROUNDS = 400;

  private final List<String> journal = new CopyOnWriteArrayList<>();

  @Test
  void noWorkerIsKilledAndNoRequestLostWhileTheAgentWatches() throws Exception {
    assertThat(oomKillsOf("RecycleWorker,ShedWorker")).as("%s", journal).isZero();
    assertThat(journal).filteredOn(line -> line.startsWith("recycle")).hasSizeGreaterThan(1);
  }

  @Test
  void theSameLoadIsKilledWhereNothingMayBeDone() throws Exception {
    assertThat(oomKillsOf("ReducePlan")).isPositive();
    assertThat(journal).noneMatch(line -> line.startsWith("recycle"));
  }

  private long oomKillsOf(String actions) throws Exception {
    PythonPackages.missing().ifPresent(what -> abort(what));
    int port = FreePort.choose();
    try (LimitedGroup group = made()) {
      Child gunicorn =
          Child.start(
              group.enclose(
                  List.of(
                      PACKAGES.program("gunicorn"),
                      "--bind",
                      "127.0.0.1:" + port,
                      "--chdir",
                      Applications.FOLDER.toString(),
                      "--log-file",
                      Path.of("target/guarded-gunicorn.log").toAbsolutePath().toString(),
                      "wsgi_app:application")),
              Map.of("WEB_CONCURRENCY", "3"));
      Thread guard;
      long killed;
      try (GuardLoop loop = loop(gunicorn, actions)) {
        guard = Thread.ofPlatform().name("guard").start(loop);
        ask(new HttpRequests(port), actions.contains("RecycleWorker"));
        killed = killed(loop.sample());
        gunicorn.signal(Signal.TERM);
        gunicorn.exitStatus();
      }
      assertThat(guard.join(Duration.ofSeconds(5))).isTrue();
      return killed;
    }
  }

  /** A guarded server answers every request; an unguarded one loses those of its killed workers. */
  private void ask(HttpRequests requests, boolean guarded) throws IOException {
    Awaitility.await("gunicorn answers")
        .ignoreExceptions()
        .until(() -> requests.answeredBy("/") > 0);
    for (int round = 0; round < ROUNDS; round++) {
      for (String path : ROUND) {
        try {
          requests.answeredBy(path);
        } catch (IOException lost) {
          if (guarded) {
            throw new IOException(lost.getMessage() + " after " + journal, lost);
          }
        }
      }
    }
  }

  private GuardLoop loop(Child gunicorn, String actions) throws IOException {
    String text = "runtime=gunicorn\nplannedWorkers=3\nactions=" + actions;
    return switch (PolicyText.parse(text, new PolicyText.Place("app", "test"))) {
      case PolicyText.Outcome.Refused(String message) -> throw new IllegalStateException(message);
      case PolicyText.Outcome.Valid(GuardPolicy policy) ->
          new GuardLoop(
              new Sample.Source("test", Optional.empty()),
              new FixedPolicy(policy),
              new ContainerSensor(new Target.CgroupOf(gunicorn.pid())),
              Clock.systemUTC(),
              journal::add);
    };
  }

  private static long killed(Sample sample) {
    return switch (sample.observation()) {
      case Observation.Seen seen -> seen.reading().memory().oomKills();
      case Observation.Waiting(String why) -> throw new IllegalStateException(why);
    };
  }

  private static LimitedGroup made() {
    return switch (LimitedGroup.make("plimsoll-guarded-" + ProcessHandle.current().pid(), LIMIT)) {
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> group;
      case LimitedGroup.Outcome.Impossible(String why) -> abort(why);
    };
  }
}
