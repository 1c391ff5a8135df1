package dev.plimsoll.operator.apply;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What we have set on a workload, as its annotation keeps it.
 *
 * @param budget the budget it was set for
 * @param container the container it was set on
 * @param hash of everything that was wanted
 * @param reason why it was set
 * @param time when it was set
 * @param values by variable, in the order they were set
 * @param flags by variable: those of ours in an arguments line that the user may write to as well
 * @param agentImage the image of the agent's sidecar, where there is one
 */
public record AppliedSettings(
    String budget,
    String container,
    String hash,
    String reason,
    Instant time,
    Map<String, String> values,
    Map<String, Map<String, String>> flags,
    Optional<String> agentImage) {
  public AppliedSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
  }

  /** The same, with every variable given back and the agent gone. */
  AppliedSettings withoutValues() {
    return new AppliedSettings(
        budget, container, hash, reason, time, Map.of(), Map.of(), Optional.empty());
  }

  /** Whether the same values were set for the same budget, whenever and for whatever reason. */
  boolean saysTheSameAs(AppliedSettings other) {
    return budget.equals(other.budget)
        && container.equals(other.container)
        && hash.equals(other.hash)
        && values.equals(other.values)
        && flags.equals(other.flags)
        && agentImage.equals(other.agentImage);
  }
}
