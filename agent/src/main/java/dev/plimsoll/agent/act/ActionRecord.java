package dev.plimsoll.agent.act;

import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that the agent has done, and what came of it.
 *
 * @param freed what the container held less, half a second after the process had ended
 * @param endedAfter how long after the signal it ended
 */
public record ActionRecord(
    Instant time, Action action, Optional<Bytes> freed, Optional<Duration> endedAfter) {

  /** The action's name in samples and metrics. */
  public static String kind(Action action) {
    return switch (action) {
      case Action.Recycle _ -> "recycle";
      case Action.Kill _ -> "kill";
      case Action.Shed _ -> "shed";
      case Action.Grow _ -> "grow";
    };
  }

  /** The action's reason in samples and metrics. */
  public static String reason(Action action) {
    return switch (action) {
      case Action.Recycle recycle -> recycle.reason().text();
      case Action.Kill kill -> text(kill.reason());
      case Action.Shed shed -> shed.reason().name().toLowerCase(Locale.ROOT);
      case Action.Grow _ -> "recycle";
    };
  }

  /** The reason's name in samples and metrics. */
  public static String text(Action.KillReason reason) {
    return switch (reason) {
      case DRAIN_OVER -> "drainOver";
      case LAST_RESORT -> "lastResort";
    };
  }

  /** The number of the process that was signalled. */
  public int pid() {
    return WorkerRecycler.receiver(action).pid();
  }

  ActionRecord ended(Duration after) {
    return new ActionRecord(time, action, freed, Optional.of(after));
  }

  ActionRecord freeing(Bytes amount) {
    return new ActionRecord(time, action, Optional.of(amount), endedAfter);
  }
}
