package dev.plimsoll.cli.demo.local;

import dev.plimsoll.agent.sense.MemoryCgroup;
import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.Requests;
import dev.plimsoll.cli.demo.record.Side;
import dev.plimsoll.cli.demo.record.Terms;
import dev.plimsoll.cli.load.Answer;
import dev.plimsoll.cli.load.LoadTally;
import dev.plimsoll.cli.load.OpenLoop;
import dev.plimsoll.cli.load.Outcome;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Puts the load on one side's server, watches, and keeps what was seen. */
final class SideRun {
  private final Scenario scenario;
  private final Clock clock;
  private final Screen screen;
  private final Terms terms;

  SideRun(Scenario scenario, Clock clock, Screen screen, Terms terms) {
    this.scenario = scenario;
    this.clock = clock;
    this.screen = screen;
    this.terms = terms;
  }

  /**
   * Runs it.
   *
   * @param relief what the guard does to the server, as it becomes known
   */
  Side of(String title, GunicornServer server, MemoryCgroup cgroup, Relief relief)
      throws InterruptedException {
    LiveView view = new LiveView(screen, terms);
    StopWatch time = StopWatch.startedNow(clock);
    AtomicLong answered = new AtomicLong();
    List<Mark> kills = new CopyOnWriteArrayList<>();
    Watch watch =
        Watch.start(
            cgroup,
            new WorkerCount(server.master()),
            time,
            kill -> {
              kills.add(kill);
              view.tell(kill);
            });
    try (LiveFeed _ = LiveFeed.start(view, watch, relief, time, answered)) {
      List<Answer> answers =
          new OpenLoop(server.address(), Scenario.PATIENCE)
              .run(scenario.arrivals(), answer -> count(answer, answered));
      watch.close();
      return new Side(
          title,
          watch.oomKills(),
          Requests.of(LoadTally.of(answers)),
          watch.points(),
          inOrder(kills, relief.marks(time)));
    } finally {
      watch.close();
    }
  }

  private static void count(Answer answer, AtomicLong answered) {
    if (answer.outcome() == Outcome.COMPLETED) {
      answered.incrementAndGet();
    }
  }

  private static List<Mark> inOrder(List<Mark> kills, List<Mark> relief) {
    return Stream.concat(kills.stream(), relief.stream())
        .sorted(Comparator.comparing(Mark::atMillis))
        .toList();
  }
}
