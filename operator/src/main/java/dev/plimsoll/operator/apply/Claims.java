package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.operator.apply.Claim.Respected;
import dev.plimsoll.operator.apply.Claim.Taken;
import dev.plimsoll.operator.observe.Workload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a budget sets on its workload, and what it leaves to the user.
 *
 * @param container the container it is about
 * @param byVariable one claim for each variable that the budget names, in its order
 * @param fixed the knobs that stay as the user has them, for the planner: the user's value where it
 *     is known, else the most that the knob may be
 */
public record Claims(String container, Map<String, Claim> byVariable, Map<String, Integer> fixed) {
  public Claims {
    byVariable = Collections.unmodifiableMap(new LinkedHashMap<>(byVariable));
    fixed = Map.copyOf(fixed);
  }

  /**
   * Decides for every variable of a valid budget.
   *
   * @param container the container to size; the workload has it
   * @param cpus the container's CPUs, as for the planner
   */
  public static Claims of(Budget budget, Workload workload, String container, OptionalInt cpus) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    Map<String, Claim> claims = new LinkedHashMap<>();
    Map<String, Integer> fixed = new LinkedHashMap<>();
    for (ClaimedVariable variable : ClaimedVariable.allOf(budget)) {
      OwnText text = OwnText.of(new EnvKey(container, variable.name()), classifier);
      Optional<RespectReason> reason = reasonToRespect(variable, text, budget);
      if (reason.isPresent()) {
        FixedValues values = FixedValues.of(variable, text.ownership(), cpus);
        fixed.putAll(values.byKnob());
        claims.put(
            variable.name(),
            new Respected(variable.name(), text.ownership(), reason.get().with(values)));
      } else {
        claims.put(
            variable.name(), new Taken(variable.name(), text.ownership(), ownLine(variable, text)));
      }
    }
    return new Claims(container, claims, fixed);
  }

  private static Optional<RespectReason> reasonToRespect(
      ClaimedVariable variable, OwnText text, Budget budget) {
    return RespectReason.of(text.key(), text.ownership(), budget.conflicts())
        .or(() -> reasonNotToMerge(variable, text));
  }

  private static Optional<RespectReason> reasonNotToMerge(ClaimedVariable variable, OwnText text) {
    try {
      variable.line().ifPresent(words -> words.mergedInto(text.toMergeInto(words)));
      return Optional.empty();
    } catch (MalformedLineException e) {
      return Optional.of(RespectReason.malformed(text.key(), e));
    }
  }

  private static String ownLine(ClaimedVariable variable, OwnText text) {
    return variable.line().map(text::toMergeInto).orElse("");
  }

  /** The claim on a variable, where we set it. */
  public Optional<Taken> taken(String variable) {
    return byVariable.get(variable) instanceof Taken taken ? Optional.of(taken) : Optional.empty();
  }

  /** Every variable that stays as the user has it. */
  public List<Respected> respected() {
    return byVariable.values().stream()
        .filter(Respected.class::isInstance)
        .map(Respected.class::cast)
        .toList();
  }
}
