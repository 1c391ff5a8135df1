package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.apply.ReleaseResult;
import dev.plimsoll.operator.apply.Releaser;
import dev.plimsoll.operator.report.Deed;
import java.time.Duration;
import java.util.Optional;

/** Lets go of a workload: its own values come back, then the finalizer goes. */
final class Departure {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Releaser releaser;
  private final Finalizer finalizer;
  private final PolicyDelivery policies;

  Departure(Releaser releaser, Finalizer finalizer, PolicyDelivery policies) {
    this.releaser = releaser;
    this.finalizer = finalizer;
    this.policies = policies;
  }

  /** What came of letting go. */
  sealed interface Outcome {
    /**
     * It is done.
     *
     * @param deed what was given back; empty where nothing was
     */
    record Done(Optional<Deed> deed) implements Outcome {}

    /**
     * It is to be tried again.
     *
     * @param message what is, why, and what to do
     */
    record Again(Duration after, String message) implements Outcome {}
  }

  /** Lets go; a target that is not there, or going, needs nothing. */
  Outcome letGo(MemoryBudget budget, TargetRef target) {
    String namespace = budget.getMetadata().getNamespace();
    return switch (releaser.release(namespace, target, budget.getMetadata().getName())) {
      case ReleaseResult.Unchanged _, ReleaseResult.Gone _ -> done(budget, Optional.empty());
      case ReleaseResult.Released _ ->
          done(
              budget,
              Optional.of(new Deed(Deed.Kind.RELEASE, target + " has its own values back.")));
      case ReleaseResult.Stale _ ->
          new Outcome.Again(SOON, target + " is being changed by others: it is tried again.");
      case ReleaseResult.Refused(String _, String message) -> new Outcome.Again(LATER, message);
    };
  }

  /** Nothing is left that could be given back. */
  void abandon(MemoryBudget budget) {
    if (budget.hasFinalizer(Finalizer.NAME)) {
      finalizer.drop(budget);
    }
  }

  private Outcome done(MemoryBudget budget, Optional<Deed> deed) {
    policies.remove(budget.getMetadata().getNamespace(), budget.getMetadata().getName());
    abandon(budget);
    return new Outcome.Done(deed);
  }
}
