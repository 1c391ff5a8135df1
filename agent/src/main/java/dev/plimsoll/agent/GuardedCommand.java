package dev.plimsoll.agent;

import dev.plimsoll.agent.launch.Child;
import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.RunReport;
import dev.plimsoll.agent.serve.Sample;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One command from its start to its end, with the guard beside it. */
final class GuardedCommand {
  private static final int CANNOT_START = 127;

  private final RunOptions options;
  private final Clock clock;
  private final Journal journal = line -> System.err.println("plimsoll: " + line);

  GuardedCommand(RunOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * Runs it.
   *
   * @param group the memory cgroup to run it in; empty for the present one
   * @return its exit status
   */
  int run(Optional<LimitedGroup> group) throws IOException, InterruptedException {
    List<String> words =
        group.map(limited -> limited.enclose(options.command())).orElse(options.command());
    Child child;
    try {
      child = Child.startForwarding(words, options.variables());
    } catch (IOException e) {
      journal.tell(
          options.command().getFirst() + " cannot be started: give a program: " + e.getMessage());
      return CANNOT_START;
    }
    if (group.isPresent()) {
      group.get().awaitMember(child.pid());
    }
    return guard(child);
  }

  private int guard(Child child) throws IOException, InterruptedException {
    GuardLoop loop =
        new GuardLoop(
            new Sample.Source(Integer.toString(child.pid()), Optional.empty()),
            new FixedPolicy(options.policy()),
            new ContainerSensor(new Target.CgroupOf(child.pid())),
            clock,
            journal);
    Optional<ReportFile> report =
        options
            .report()
            .map(
                file ->
                    new ReportFile(
                        file,
                        new RunReport(clock.instant(), options.command(), options.variables()),
                        loop));
    Thread guarding = Thread.ofPlatform().name("guard").daemon().start(loop);
    report.ifPresent(ReportFile::keepCurrent);
    int status = child.exitStatus();
    loop.close();
    guarding.join();
    if (report.isPresent()) {
      report.get().finish(OptionalInt.of(status));
    }
    return status;
  }
}
