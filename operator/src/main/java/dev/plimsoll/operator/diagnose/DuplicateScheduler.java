package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A scheduler is started in a program of which several processes run. */
final class DuplicateScheduler implements Diagnostic {
  private static final Set<String> SCHEDULER =
      Set.of("APSCHEDULER", "BEAT", "CRON", "CRONJOBS", "SCHEDULER", "SCHEDULERS");
  private static final Set<String> SWITCH = Set.of("ENABLE", "ENABLED", "RUN", "START");
  private static final Set<String> OTHER_MATTERS =
      Set.of(
          "API",
          "DEBUG",
          "DISABLE",
          "DISTRIBUTED",
          "LEADER",
          "LOCK",
          "LOG",
          "LOGGING",
          "METRICS",
          "REMOTE",
          "SINGLE",
          "UI");

  /** Runtimes whose processes do not start the application's own background threads. */
  private static final Set<String> TASK_RUNNERS = Set.of("celery", "rq", "sidekiq");

  private static final Set<String> EMBEDDED_BEAT = Set.of("-B", "--beat");
  private static final Reference REFERENCE =
      Reference.warning(
          DuplicateScheduler.class,
          "a variable such as ENABLE_SCHEDULER=true, or Celery's -B, where several workers or replicas may run",
          "run the scheduler in a Deployment of its own with one replica, and switch it off here");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    List<Finding> findings = new ArrayList<>();
    int processes = workers(surroundings) * surroundings.mostReplicas();
    if (processes > 1) {
      surroundings
          .variables()
          .literal()
          .filter(DuplicateScheduler::startsOne)
          .map(
              variable ->
                  finding(surroundings, variable.name() + "=" + variable.value(), processes))
          .forEach(findings::add);
    }
    boolean hasBeat =
        surroundings.runtime().name().equals("celery")
            && surroundings.settings().hasOnCommandLine(EMBEDDED_BEAT);
    if (hasBeat && surroundings.mostReplicas() > 1) {
      findings.add(finding(surroundings, "Celery's -B", surroundings.mostReplicas()));
    }
    return findings;
  }

  private static Finding finding(Surroundings surroundings, String what, int processes) {
    return REFERENCE.finding(
        "%s: %s starts a scheduler, and up to %d processes may start one each, which costs memory and runs every job as often. Run it in a Deployment of its own with one replica, and switch it off here."
            .formatted(surroundings.containerName(), what, processes));
  }

  private static boolean startsOne(Variable variable) {
    boolean isSwitch = variable.words().size() == 1 || variable.hasWord(SWITCH);
    return variable.hasWord(SCHEDULER)
        && isSwitch
        && !variable.hasWord(OTHER_MATTERS)
        && variable.isTrue();
  }

  /** The most processes of one pod that load the application: as planned, or as it is set now. */
  private static int workers(Surroundings surroundings) {
    return TASK_RUNNERS.contains(surroundings.runtime().name())
        ? 1
        : Stream.concat(
                WorkerKnob.planned(surroundings).map(PlanLine::value).stream(),
                WorkerKnob.current(surroundings).stream())
            .reduce(1, Math::max);
  }
}
