package dev.plimsoll.agent.act;

import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.Signal;
import java.util.Optional;

/** Turns a decision into the signal that the server understands. */
public final class WorkerRecycler {
  private final Signals signals;

  public WorkerRecycler(Signals signals) {
    this.signals = signals;
  }

  /** Sends the action's signal. */
  public Signals.Outcome carryOut(Action action, ProcessModel model) {
    Optional<Signal> signal = signal(action, model);
    return signal.isPresent()
        ? signals.send(receiver(action), signal.get())
        : new Signals.Outcome.Refused(
            "this server has no signal to " + ActionRecord.kind(action) + " a worker");
  }

  /** Who is signalled. */
  static ProcessId receiver(Action action) {
    return switch (action) {
      case Action.Recycle recycle -> recycle.victim();
      case Action.Kill kill -> kill.victim();
      case Action.Shed shed -> shed.master();
      case Action.Grow grow -> grow.master();
    };
  }

  private static Optional<Signal> signal(Action action, ProcessModel model) {
    return switch (model) {
      case ProcessModel.SingleProcess _ -> Optional.empty();
      case ProcessModel.MasterAndWorkers servers ->
          switch (action) {
            case Action.Recycle _ -> servers.retire();
            case Action.Kill _ -> Optional.of(Signal.KILL);
            case Action.Shed _ -> servers.shed();
            case Action.Grow _ -> servers.grow();
          };
    };
  }
}
