package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The manifest shows that the application starts slowly, and only a liveness probe waits for it. An
 * initial delay of half a minute shows it, and so does a server that is told to wait for minutes.
 */
final class StartupProbeMissing implements Diagnostic {
  private static final int SLOW_START_SECONDS = 30;
  private static final Duration SLOW_WORKER = Duration.ofMinutes(2);
  private static final Reference REFERENCE =
      Reference.advice(
          StartupProbeMissing.class,
          "a livenessProbe and no startupProbe, with an initialDelaySeconds of 30 or more, or with a worker timeout of two minutes or more that is longer than the livenessProbe waits",
          "add a startupProbe that allows the longest start, and drop the initialDelaySeconds");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    Container container = surroundings.container();
    if (container.getLivenessProbe() == null || container.getStartupProbe() != null) {
      return List.of();
    }
    long waits = waits(container.getLivenessProbe());
    return why(surroundings, waits)
        .map(
            why ->
                REFERENCE.finding(
                    "%s starts slowly (%s), and has no startupProbe: its livenessProbe kills it when a start takes more than %d s. Add a startupProbe that allows the longest start."
                        .formatted(surroundings.containerName(), why, waits)))
        .stream()
        .toList();
  }

  private static Optional<String> why(Surroundings surroundings, long waits) {
    Container container = surroundings.container();
    OptionalInt delay =
        Stream.of(container.getLivenessProbe(), container.getReadinessProbe())
            .filter(Objects::nonNull)
            .mapToInt(StartupProbeMissing::delay)
            .max();
    return delay.orElse(0) >= SLOW_START_SECONDS
        ? Optional.of("initialDelaySeconds is " + delay.getAsInt())
        : workerTimeout(surroundings)
            .filter(timeout -> timeout.compareTo(SLOW_WORKER) >= 0)
            .filter(timeout -> timeout.toSeconds() > waits)
            .map(timeout -> "workers may take %d s".formatted(timeout.toSeconds()));
  }

  /** The server's timeout where somebody set it. */
  private static Optional<Duration> workerTimeout(Surroundings surroundings) {
    Optional<Duration> unset = surroundings.runtime().requestTimeout(Map.of());
    Optional<Duration> timeout =
        surroundings.runtime().requestTimeout(surroundings.settings().arguments());
    return timeout.filter(_ -> !timeout.equals(unset));
  }

  /** Seconds after which a container that never answers is killed, with the API's defaults. */
  private static long waits(Probe probe) {
    int period = Optional.ofNullable(probe.getPeriodSeconds()).orElse(10);
    int failures = Optional.ofNullable(probe.getFailureThreshold()).orElse(3);
    return delay(probe) + (long) period * failures;
  }

  private static int delay(Probe probe) {
    return Optional.ofNullable(probe.getInitialDelaySeconds()).orElse(0);
  }
}
