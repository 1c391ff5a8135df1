package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.report.Deed;
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

  /**
   * Pods are evicted.
   *
   * @param because why, as a clause
   */
  record Evict(List<Pod> pods, Deed.Kind deed, String because, Standing standing)
      implements Decision {}

  /**
   * New values, which replace every pod.
   *
   * @param kind what is done
   * @param deed the same and why, for the event
   */
  record Roll(DesiredSettings settings, RolloutPurpose purpose, Deed.Kind kind, String deed)
      implements Decision {}
}
