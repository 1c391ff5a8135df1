package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.Bytes;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is held back of a plan.
 *
 * @param extent how much is left of it
 * @param why for people
 * @param since when it was first held back
 * @param degraded what is left out beside, where anything is
 * @param target what it was held back from
 */
public record Restraint(
    Extent extent, String why, Instant since, Optional<Degraded> degraded, Target target) {

  /**
   * The degraded variables are set.
   *
   * @param why for people
   */
  public record Degraded(Instant since, String why) {}

  /**
   * The plan that would be in force without any restraint.
   *
   * @param limit that it is for
   * @param generation the budget's
   * @param values by knob
   */
  public record Target(Bytes limit, long generation, Map<String, Integer> values) {
    public Target {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Whether this is another plan than that one by its user's will: what was learned of that one
     * says nothing of this. A plan that differs by replicas or by what the manifest fixes is the
     * same.
     */
    boolean isAnotherThan(Target before) {
      return limit.isMoreThan(before.limit)
          || (generation != before.generation && !values.equals(before.values));
    }
  }

  /** With another extent, from another plan as that may be now. */
  public Restraint to(Extent next, String reason, Target now) {
    return new Restraint(next, reason, since, degraded, now);
  }

  /** With the degraded variables set. */
  public Restraint degraded(Degraded more) {
    return new Restraint(extent, why, since, Optional.of(more), target);
  }
}
