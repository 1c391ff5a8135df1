package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.report.Standing;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What to do with a workload. */
sealed interface Decision {

  /**
   * Nothing.
   *
   * @param again when to look again though nothing happens
   */
  record Rest(Standing standing, Optional<Instant> again) implements Decision {
    static Rest untilEvent(Standing standing) {
      return new Rest(standing, Optional.empty());
    }
  }

  /** The values stay as they are; our records are kept true, which replaces no pod. */
  record Keep(DesiredSettings settings, Standing standing) implements Decision {}

  /** Pods that are in the way of an undo are evicted. */
  record Evict(List<Pod> pods, Standing standing) implements Decision {}

  /**
   * New values, which replace every pod.
   *
   * @param deed what is done and why, for the event
   */
  record Roll(DesiredSettings settings, RolloutPurpose purpose, String deed) implements Decision {}
}
