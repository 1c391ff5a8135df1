package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.DurationRange;
import dev.plimsoll.core.spec.IntRange;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * The text by which a guard is told its policy, in the syntax of {@link Properties}. Every key may
 * be left out; keys that are not known are passed over, so that an older agent reads what a newer
 * operator writes.
 */
public final class PolicyText {
  private static final IntRange WORKERS = new IntRange(1, Bounds.MAX.most());
  private static final IntRange REPLICAS = new IntRange(1, 1_000_000);

  /** What a drain is longer than the server's own graceful timeout. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private PolicyText() {}

  /**
   * What one pod knows of itself without the text.
   *
   * @param container its name, where the text does not give one
   * @param identity what tells the pod from its siblings
   */
  public record Place(String container, String identity) {}

  /** What reading a policy comes to. */
  public sealed interface Outcome {

    /** The text is a policy. */
    record Valid(GuardPolicy policy) implements Outcome {}

    /**
     * The text is none.
     *
     * @param message one line that names the key, what is wrong with it and what to write
     */
    record Refused(String message) implements Outcome {}
  }

  /** The policy of a pod that was given none. */
  public static GuardPolicy defaults(Place place) {
    return policy(new Properties(), place);
  }

  /** Reads a policy. */
  public static Outcome parse(String text, Place place) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
      return new Outcome.Valid(policy(properties, place));
    } catch (RefusedException refused) {
      return new Outcome.Refused(refused.getMessage());
    } catch (IllegalArgumentException _) {
      return new Outcome.Refused(
          "the policy has a \\u that no four hexadecimal digits follow: write the character itself");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text that {@link #parse} reads as this policy, one key a line, in a fixed order. */
  public static String render(GuardPolicy policy) {
    StringBuilder text = new StringBuilder(256);
    line(text, "container", policy.container());
    line(text, "runtime", policy.runtime());
    line(text, "softPercent", policy.softPercent());
    line(text, "hardPercent", policy.hardPercent());
    line(text, "drain", policy.drain());
    policy.maxWorkerAge().ifPresent(age -> line(text, "maxWorkerAge", age));
    List<String> actions = new ArrayList<>();
    policy.actions().forEach(action -> actions.add(action.text()));
    line(text, "actions", String.join(",", actions));
    policy.plannedWorkers().ifPresent(workers -> line(text, "plannedWorkers", workers));
    line(text, "replicas", policy.replicas());
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append('=').append(value).append('\n');
  }

  private static GuardPolicy policy(Properties properties, Place place) {
    int soft = number(properties, "softPercent", Bounds.SOFT_PERCENT, Defaults.SOFT_PERCENT);
    int hard = number(properties, "hardPercent", Bounds.HARD_PERCENT, Defaults.HARD_PERCENT);
    if (soft >= hard) {
      throw new RefusedException(
          "softPercent " + soft + " is not below hardPercent " + hard + ": lower softPercent");
    }
    RuntimeProfile runtime = runtime(properties);
    return new GuardPolicy(
        written(properties, "container").orElse(place.container()),
        runtime.name(),
        runtime.processes(),
        soft,
        hard,
        duration(properties, "drain", Bounds.DRAIN)
            .orElseGet(() -> runtime.gracefulTimeout(Map.of()).plus(MARGIN)),
        duration(properties, "maxWorkerAge", Bounds.MAX_WORKER_AGE),
        actions(properties),
        optionalNumber(properties, "plannedWorkers", WORKERS),
        number(properties, "replicas", REPLICAS, 1),
        place.identity());
  }

  private static RuntimeProfile runtime(Properties properties) {
    String name = written(properties, "runtime").orElse("generic");
    return RuntimeProfiles.named(name)
        .orElseThrow(
            () ->
                new RefusedException(
                    "runtime '"
                        + name
                        + "' is not known: choose one of "
                        + String.join(", ", RuntimeProfiles.names())));
  }

  private static List<GuardAction> actions(Properties properties) {
    Optional<String> list = written(properties, "actions");
    if (list.isEmpty()) {
      return Defaults.ACTIONS;
    }
    List<String> names = List.of(list.get().replace(" ", "").split(",", -1));
    List<GuardAction> allowed = new ArrayList<>();
    for (GuardAction action : GuardAction.values()) {
      if (names.contains(action.text())) {
        allowed.add(action);
      }
    }
    if (allowed.size() != names.size()) {
      throw new RefusedException(
          "actions '"
              + list.get()
              + "' names one twice or something unknown: list some of RecycleWorker, ShedWorker, ReducePlan,"
              + " EvictPod, with commas between");
    }
    return allowed;
  }

  private static int number(Properties properties, String key, IntRange range, int otherwise) {
    return optionalNumber(properties, key, range).orElse(otherwise);
  }

  private static OptionalInt optionalNumber(Properties properties, String key, IntRange range) {
    Optional<String> text = written(properties, key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (range.least() <= number && number <= range.most()) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException _) {
      // Told below, as a number outside is.
    }
    throw new RefusedException(
        key + " '" + text.get() + "' is no whole number of " + range + ": write one");
  }

  private static Optional<Duration> duration(
      Properties properties, String key, DurationRange range) {
    Optional<String> text = written(properties, key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (range.least().compareTo(duration) <= 0 && duration.compareTo(range.most()) <= 0) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException _) {
      // Told below, as a duration outside is.
    }
    throw new RefusedException(
        key
            + " '"
            + text.get()
            + "' is no duration of "
            + range.least()
            + " to "
            + range.most()
            + ": write one as in PT65S");
  }

  private static Optional<String> written(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Ends the reading of a text at its first wrong key. */
  private static final class RefusedException extends RuntimeException {
    RefusedException(String message) {
      super(message, null, false, false);
    }
  }
}
