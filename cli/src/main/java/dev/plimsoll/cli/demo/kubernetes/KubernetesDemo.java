package dev.plimsoll.cli.demo.kubernetes;

import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.terminal.Terminal;
import java.util.Map;

/** The demonstration on a real Kubernetes, from nothing to both columns and back to nothing. */
public final class KubernetesDemo {
  private final Checkout checkout;
  private final Story story;
  private final Terminal terminal;

  public KubernetesDemo(Checkout checkout, Story story, Terminal terminal) {
    this.checkout = checkout;
    this.story = story;
    this.terminal = terminal;
  }

  /**
   * Runs it.
   *
   * @throws Program.Failed where something that it needs does not work
   */
  public Verdict run(LoadPlan load) {
    story.chapter("A Kubernetes of its own");
    String name = "demo-" + ProcessHandle.current().pid();
    DemoCluster cluster =
        story.during(
            "a node in a container (the first time its image is built, which takes minutes)",
            () -> DemoCluster.up(checkout, name));
    Thread stopped = Thread.ofPlatform().unstarted(cluster::close);
    Runtime.getRuntime().addShutdownHook(stopped);
    try {
      return tell(cluster, load);
    } finally {
      Runtime.getRuntime().removeShutdownHook(stopped);
      story.tell("taking the cluster down");
      cluster.close();
    }
  }

  private Verdict tell(DemoCluster cluster, LoadPlan load) {
    Workbench workbench = new Workbench(cluster, checkout, story);
    story.during("Plimsoll, by its Helm chart", () -> done(cluster::installOperator));

    story.chapter("As its team had it: a dbt workbench in 512Mi");
    story.during("examples/dbt-workbench/before.yaml", () -> done(workbench::deploy));
    Side before = workbench.underLoad("before", load);
    story.tell(
        before.kills()
            + " processes killed by the kernel, "
            + before.load().answered()
            + " requests answered");

    story.chapter("With a budget");
    story.during("examples/dbt-workbench/budget.yaml", () -> done(workbench::budget));
    workbench.budgetTable().lines().forEach(story::print);
    Map<String, Long> measured =
        story.during("measuring what a unit really costs", workbench::measuredCosts);
    Columns.costs(workbench.declaredCosts(), measured, terminal).forEach(story::print);
    Side after = workbench.underLoad("after", load);

    story.chapter("Side by side");
    Columns.sides(before, after, terminal).forEach(story::print);
    story.print("");
    story.print(
        "With the budget %s as many requests were answered."
            .formatted(Verdict.percent(before, after)));
    return Verdict.of(before, after);
  }

  private static boolean done(Runnable deed) {
    deed.run();
    return true;
  }
}
