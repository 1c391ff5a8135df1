package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes kills the pod before its server has let the workers finish. Two defaults that do not
 * go together are nobody's setting, so at least one side has to be set for it to speak.
 */
final class GraceShorterThanDrain implements Diagnostic {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);
  private static final Duration SPARE = Duration.ofSeconds(5);
  private static final Pattern SLEEP =
      Pattern.compile("(?:^|[\\s;&/])sleep\\s+(\\d{1,5})(?![\\d.])");
  private static final Reference REFERENCE =
      Reference.warning(
          GraceShorterThanDrain.class,
          "a terminationGracePeriodSeconds, less the preStop hook's sleep, that is no longer than the server's graceful timeout or guard.drain",
          "set terminationGracePeriodSeconds to the time that is named");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    Duration before = preStop(surroundings.container());
    Duration left = grace(surroundings).minus(before);
    Drain drain = drain(surroundings);
    boolean isSomebodys = drain.isSet() || left.compareTo(DEFAULT_GRACE) < 0;
    boolean isKnown = drain.isSet() || !surroundings.runtime().programs().isEmpty();
    return isSomebodys && isKnown && left.compareTo(drain.time()) <= 0
        ? List.of(finding(surroundings, left, drain, before))
        : List.of();
  }

  private static Finding finding(
      Surroundings surroundings, Duration left, Drain drain, Duration before) {
    return REFERENCE.finding(
        "%s: the pod's grace period leaves %d s to finish requests, and the %s is %d s, so those that take longer are cut off. Set terminationGracePeriodSeconds to %d."
            .formatted(
                surroundings.containerName(),
                Math.max(0, left.toSeconds()),
                drain.name(),
                drain.time().toSeconds(),
                drain.time().plus(before).plus(SPARE).toSeconds()));
  }

  private static Duration grace(Surroundings surroundings) {
    return Optional.ofNullable(surroundings.pod().getTerminationGracePeriodSeconds())
        .map(Duration::ofSeconds)
        .orElse(DEFAULT_GRACE);
  }

  private static Drain drain(Surroundings surroundings) {
    Duration unset = surroundings.runtime().gracefulTimeout(Map.of());
    Duration graceful = surroundings.runtime().gracefulTimeout(surroundings.settings().arguments());
    return surroundings
        .budget()
        .guard()
        .drain()
        .map(time -> new Drain("drain of the budget's guard", time, true))
        .orElseGet(() -> new Drain("server's graceful timeout", graceful, !graceful.equals(unset)));
  }

  /** The part of the grace period that a preStop hook sleeps through. */
  private static Duration preStop(Container container) {
    Optional<LifecycleHandler> hook =
        Optional.ofNullable(container.getLifecycle()).map(Lifecycle::getPreStop);
    Optional<Long> sleep = hook.map(LifecycleHandler::getSleep).map(action -> action.getSeconds());
    return Duration.ofSeconds(
        sleep
            .or(() -> hook.map(LifecycleHandler::getExec).flatMap(exec -> sleepIn(exec)))
            .orElse(0L));
  }

  private static Optional<Long> sleepIn(ExecAction exec) {
    Matcher sleep = SLEEP.matcher(String.join(" ", exec.getCommand()));
    return sleep.find() ? Optional.of(Long.valueOf(sleep.group(1))) : Optional.empty();
  }

  /**
   * How long requests may take to finish.
   *
   * @param name what says so
   * @param isSet whether somebody set it, rather than leaving the default
   */
  private record Drain(String name, Duration time, boolean isSet) {}
}
