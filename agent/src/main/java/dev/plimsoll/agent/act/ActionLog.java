package dev.plimsoll.agent.act;

import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was done, how often, and what came of it. One thread writes; any reads {@link #told}. */
public final class ActionLog {
  private static final int KEPT = 10;

  /** The kernel gives a process's memory back within this time after its end. */
  private static final Duration SETTLING = Duration.ofMillis(500);

  private final List<Pending> pending = new ArrayList<>();
  private volatile Told told = new Told(ActionTotals.none(), List.of());

  /**
   * What there is to tell.
   *
   * @param last the last ten actions, oldest first
   */
  public record Told(ActionTotals totals, List<ActionRecord> last) {
    public Told {
      last = List.copyOf(last);
    }
  }

  /** An action whose victim has not ended yet, or has but just now. */
  private static final class Pending {
    private final ProcessId victim;
    private final Duration since;
    private ActionRecord record;
    private Bytes before;
    private Duration endedAt;
    private Bytes least;

    Pending(ActionRecord record, ProcessId victim, Reading reading) {
      this.record = record;
      this.victim = victim;
      this.since = reading.at();
      this.before = reading.memory().unreclaimable();
      this.endedAt = Duration.ZERO;
      this.least = before;
    }
  }

  /** Takes note of an action that was carried out at this reading. */
  public ActionRecord add(Action action, Instant time, Reading reading) {
    ActionRecord record = new ActionRecord(time, action, Optional.empty(), Optional.empty());
    List<ActionRecord> last = new ArrayList<>(told.last());
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.add(record);
    told = new Told(told.totals().and(action), last);
    switch (action) {
      case Action.Recycle recycle -> pending.add(new Pending(record, recycle.victim(), reading));
      case Action.Kill kill -> pending.add(new Pending(record, kill.victim(), reading));
      case Action.Shed _, Action.Grow _ -> {
        // No process is named whose end could be waited for.
      }
    }
    return record;
  }

  /** Sees what has come of the actions so far. */
  public void observe(Reading reading) {
    if (!pending.isEmpty()) {
      pending.removeIf(action -> isSettled(action, reading));
    }
  }

  /** Everything so far. */
  public Told told() {
    return told;
  }

  private boolean isSettled(Pending action, Reading reading) {
    Bytes held = reading.memory().unreclaimable();
    boolean ended = action.record.endedAfter().isPresent();
    if (!ended && lives(action.victim, reading.server())) {
      action.before = held;
      return false;
    }
    if (!ended) {
      action.endedAt = reading.at();
      action.least = held;
      replace(action, action.record.ended(reading.at().minus(action.since)));
    }
    action.least = action.least.min(held);
    if (reading.at().minus(action.endedAt).compareTo(SETTLING) < 0) {
      return false;
    }
    Bytes freed = action.before.minusOrZero(action.least);
    replace(action, action.record.freeing(freed));
    if (action.record.action() instanceof Action.Recycle) {
      told = new Told(told.totals().freeing(freed.count()), told.last());
    }
    return true;
  }

  private void replace(Pending action, ActionRecord newer) {
    List<ActionRecord> last = new ArrayList<>(told.last());
    last.replaceAll(record -> record == action.record ? newer : record);
    action.record = newer;
    told = new Told(told.totals(), last);
  }

  private static boolean lives(ProcessId victim, ServerReading server) {
    return switch (server) {
      case ServerReading.Serving(var _, var _, List<WorkerReading> workers) -> {
        for (WorkerReading worker : workers) {
          if (worker.id().equals(victim)) {
            yield true;
          }
        }
        yield false;
      }
      case ServerReading.Alone _, ServerReading.Unrecognised _ -> false;
    };
  }
}
