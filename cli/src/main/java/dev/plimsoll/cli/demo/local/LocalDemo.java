package dev.plimsoll.cli.demo.local;

import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.agent.sense.ProcessCgroup;
import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.Side;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.workload.GunicornApp;
import dev.plimsoll.cli.workload.PythonEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Both sides on this machine, one after the other. */
public final class LocalDemo {
  private final Scenario scenario;
  private final DemoBudget budget;
  private final Path folder;
  private final Map<String, String> environment;
  private final Story story;
  private final SideRun run;
  private final Clock clock;

  /**
   * A demonstration that has not begun.
   *
   * @param folder where the application and its logs go; the caller's to remove
   * @param environment variables, by which the command itself and the user's cache are found
   */
  public LocalDemo(
      Scenario scenario,
      Path folder,
      Map<String, String> environment,
      Story story,
      Screen screen,
      Clock clock) {
    this.scenario = scenario;
    this.budget = DemoBudget.at(scenario);
    this.folder = folder;
    this.environment = environment;
    this.story = story;
    this.clock = clock;
    this.run = new SideRun(scenario, clock, screen, budget.terms(scenario));
  }

  /** What it comes to. */
  public sealed interface Outcome {
    record Shown(Recording recording) implements Outcome {}

    /**
     * No memory can be limited here.
     *
     * @param why what is in the way and what to do
     */
    record Impossible(String why) implements Outcome {}
  }

  /**
   * Runs it.
   *
   * @throws Program.Failed where something that it needs is missing or does not work
   */
  public Outcome run() throws InterruptedException {
    String name = "plimsoll-demo-" + ProcessHandle.current().pid();
    return switch (LimitedGroup.make(name, scenario.limit())) {
      case LimitedGroup.Outcome.Impossible(String why) -> new Outcome.Impossible(why);
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> {
        try (group) {
          yield new Outcome.Shown(both(group));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private Recording both(LimitedGroup group) throws IOException, InterruptedException {
    PythonEnvironment python = PythonEnvironment.inCache(environment);
    Path gunicorn =
        python.isReady()
            ? python.gunicorn()
            : story.during("installing gunicorn for itself, once", python::gunicorn);
    return new Recording(
        clock.instant(),
        Machine.description(),
        budget.terms(scenario),
        unguarded(app(gunicorn, "unguarded"), group),
        guarded(app(gunicorn, "guarded")));
  }

  private GunicornApp app(Path gunicorn, String side) {
    return new GunicornApp(gunicorn, folder.resolve(side), scenario.behaviour());
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(scenario.environment());
    all.putAll(more);
    return all;
  }

  private Side unguarded(GunicornApp app, LimitedGroup group)
      throws IOException, InterruptedException {
    story.chapter(
        "Unguarded: gunicorn, %d workers, %s".formatted(budget.workers(), scenario.limit()));
    try (GunicornServer server =
        GunicornServer.start(
            app, group.enclose(app.words()), environment(budget.variables()), budget.workers())) {
      return run.of("unguarded", server, ProcessCgroup.open(server.master()), Relief.NONE);
    }
  }

  private Side guarded(GunicornApp app) throws IOException, InterruptedException {
    Path budgetFile = app.folder().resolve("budget.yaml");
    Path report = app.folder().resolve("run.json");
    budget.writeTo(budgetFile);
    List<String> words = new ArrayList<>(OwnCommand.of(environment).words());
    words.addAll(
        List.of(
            "run",
            "--budget",
            budgetFile.toString(),
            "--limit",
            scenario.limit().toString(),
            "--report",
            report.toString(),
            "--"));
    words.addAll(app.words());
    story.chapter("Guarded: plimsoll run --limit %s -- gunicorn".formatted(scenario.limit()));
    try (GunicornServer server =
        GunicornServer.start(app, words, environment(Map.of()), budget.workers())) {
      return run.of(
          "guarded", server, ProcessCgroup.open(server.master()), new ReportedRelief(report));
    }
  }
}
