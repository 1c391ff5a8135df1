package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server kills a worker before the call that it waits for can time out. */
final class TimeoutBelowUpstream implements Diagnostic {
  private static final Pattern NAME =
      Pattern.compile("(?i).*_TIMEOUT(?<unit>_MS|_MILLIS|_S|_SEC|_SECS|_SECONDS)?");
  private static final Pattern TIME =
      Pattern.compile("(?<count>\\d{1,7})(\\.\\d+)?(?<unit>ms|s|m)?");
  private static final Set<String> OUTBOUND =
      Set.of(
          "AI",
          "ANTHROPIC",
          "API",
          "CLIENT",
          "GEMINI",
          "GROQ",
          "HTTP",
          "HTTPX",
          "LLM",
          "MISTRAL",
          "OPENAI",
          "OUTBOUND",
          "QUERY",
          "REQUEST",
          "REQUESTS",
          "STATEMENT",
          "UPSTREAM");
  private static final Set<String> OTHER_WAITS =
      Set.of(
          "ALIVE",
          "CACHE",
          "CONNECT",
          "CONNECTION",
          "GRACEFUL",
          "GUNICORN",
          "HEADER",
          "IDLE",
          "KEEP",
          "KEEPALIVE",
          "LOCK",
          "POOL",
          "PROBE",
          "SERVER",
          "SESSION",
          "SHUTDOWN",
          "TEST",
          "UWSGI",
          "WORKER");

  /** A bare number above this is hardly meant in seconds. */
  private static final long LONGEST_SECONDS = 3600;

  private static final Reference REFERENCE =
      Reference.warning(
          TimeoutBelowUpstream.class,
          "a variable that gives an outgoing call, such as API_TIMEOUT, as long as the server gives its workers, or longer",
          "give the server's worker timeout more time than the call, or the call less");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    Optional<Duration> timeout =
        Optional.of(surroundings.settings())
            .filter(settings -> settings.areWhole())
            .flatMap(settings -> surroundings.runtime().requestTimeout(settings.arguments()));
    return timeout.stream()
        .flatMap(
            workers ->
                surroundings
                    .variables()
                    .literal()
                    .filter(variable -> isAtLeast(variable, workers))
                    .map(variable -> finding(surroundings, variable, workers)))
        .toList();
  }

  private static boolean isAtLeast(Variable variable, Duration workers) {
    return outgoing(variable).filter(call -> call.compareTo(workers) >= 0).isPresent();
  }

  private static Finding finding(Surroundings surroundings, Variable variable, Duration workers) {
    return REFERENCE.finding(
        "%s: %s=%s lets a call outlast the %d s that %s gives a worker to answer, so the worker is killed first, which looks like an OOM kill. Raise the worker's timeout above it, or lower %s."
            .formatted(
                surroundings.containerName(),
                variable.name(),
                variable.value(),
                workers.toSeconds(),
                surroundings.runtime().name(),
                variable.name()));
  }

  private static Optional<Duration> outgoing(Variable variable) {
    Matcher name = NAME.matcher(variable.name());
    return name.matches() && variable.hasWord(OUTBOUND) && !variable.hasWord(OTHER_WAITS)
        ? time(variable.plainValue(), Optional.ofNullable(name.group("unit")))
        : Optional.empty();
  }

  private static Optional<Duration> time(String value, Optional<String> unitOfName) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(time.group("count"));
    String unit = Optional.ofNullable(time.group("unit")).orElse("");
    boolean isMillis =
        unit.equals("ms")
            || (unit.isEmpty()
                && unitOfName
                    .filter(name -> name.toUpperCase(Locale.ROOT).startsWith("_M"))
                    .isPresent());
    if (isMillis) {
      return Optional.of(Duration.ofMillis(count));
    }
    return unit.equals("m")
        ? Optional.of(Duration.ofMinutes(count))
        : Optional.of(Duration.ofSeconds(count)).filter(_ -> count <= LONGEST_SECONDS);
  }
}
