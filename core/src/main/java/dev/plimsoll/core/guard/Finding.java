package dev.plimsoll.core.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one rule says of a situation.
 *
 * @param action to be taken; empty where there is none
 * @param remarks that hold now
 * @param bound the most workers that survive here, where the rule found one
 * @param brake as it is after the rule has judged the last recycle, where it did
 */
record Finding(
    Optional<Action> action,
    List<Remark> remarks,
    Optional<GuardStep.WorkerBound> bound,
    Optional<FutilityBrake> brake) {
  private static final Finding NOTHING =
      new Finding(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  Finding {
    remarks = List.copyOf(remarks);
  }

  static Finding nothing() {
    return NOTHING;
  }

  static Finding of(Action action) {
    return new Finding(Optional.of(action), List.of(), Optional.empty(), Optional.empty());
  }

  static Finding of(Remark.Reason reason, String message) {
    return new Finding(
        Optional.empty(), List.of(new Remark(reason, message)), Optional.empty(), Optional.empty());
  }

  Finding with(GuardStep.WorkerBound found) {
    return new Finding(action, remarks, Optional.of(found), brake);
  }

  Finding with(FutilityBrake judged) {
    return new Finding(action, remarks, bound, Optional.of(judged));
  }

  /** Both; of what there can be only one of, the first. */
  Finding and(Finding other) {
    if (other == NOTHING || this == NOTHING) {
      return other == NOTHING ? this : other;
    }
    List<Remark> all = new ArrayList<>(remarks);
    other.remarks.stream().filter(remark -> !all.contains(remark)).forEach(all::add);
    return new Finding(
        action.or(() -> other.action),
        all,
        bound.or(() -> other.bound),
        brake.or(() -> other.brake));
  }

  /** This, and where it has no action what the other says as well. */
  Finding orElse(Supplier<Finding> other) {
    return action.isPresent() ? this : and(other.get());
  }
}
