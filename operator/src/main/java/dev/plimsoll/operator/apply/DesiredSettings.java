package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.runtime.ArgumentWords;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import dev.plimsoll.operator.observe.Workload;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What we want a workload to have.
 *
 * @param budget the budget's name
 * @param container the container that gets the values
 * @param values by variable, whole; a variable that is not named here is given back
 * @param flags by variable: those of ours in an arguments line that the user may write to as well
 * @param label what to do with the label of the pods
 * @param reason why, for people
 * @param notes what to remember beside
 */
public record DesiredSettings(
    String budget,
    String container,
    Map<String, String> values,
    Map<String, Map<String, String>> flags,
    PodLabel label,
    String reason,
    Instant time,
    Notes notes) {

  /** The label that tells a budget's pods. */
  public enum PodLabel {
    /** They carry it while any variable is ours. */
    WHILE_HELD,
    /** It stays as it is, so that no pod is replaced for it. */
    AS_FOUND
  }

  public DesiredSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
  }

  /** A plan's values, for every variable that the claims let us set. */
  public static DesiredSettings of(
      Budget budget, Plan plan, Claims claims, String reason, Instant time, Notes notes) {
    DesiredEnvironment environment = DesiredEnvironment.of(budget, plan);
    Map<String, String> values = new LinkedHashMap<>();
    environment.variables().entrySet().stream()
        .filter(variable -> claims.taken(variable.getKey()).isPresent())
        .forEach(variable -> values.put(variable.getKey(), variable.getValue()));
    Map<String, Map<String, String>> flags = new LinkedHashMap<>();
    for (ArgumentWords line : environment.lines()) {
      claims
          .taken(line.variable())
          .ifPresent(
              claim -> {
                values.put(line.variable(), line.mergedInto(claim.ownLine()));
                flags.put(line.variable(), line.flags());
              });
    }
    return new DesiredSettings(
        budget.name(), claims.container(), values, flags, PodLabel.WHILE_HELD, reason, time, notes);
  }

  /** What we had set before our last change; the originals where that was the first one. */
  public static DesiredSettings undoing(
      AppliedSettings last, Bookkeeping bookkeeping, String reason, Instant time, Notes notes) {
    AppliedSettings previous =
        bookkeeping
            .previous()
            .filter(settings -> settings.container().equals(last.container()))
            .orElse(last.withoutValues());
    return new DesiredSettings(
        last.budget(),
        last.container(),
        previous.values(),
        previous.flags(),
        PodLabel.WHILE_HELD,
        reason,
        time,
        notes);
  }

  /** What is still as we set it; what the user has set since is theirs. No pod is replaced. */
  public static DesiredSettings standingDown(
      AppliedSettings last, Workload workload, String reason, Instant time, Notes notes) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    Map<String, String> values = new LinkedHashMap<>();
    last.values()
        .forEach(
            (variable, value) -> {
              EnvKey key = new EnvKey(last.container(), variable);
              if (classifier.classify(key) instanceof EnvOwnership.Ours ours
                  && ours.value().equals(value)) {
                values.put(variable, value);
              }
            });
    Map<String, Map<String, String>> flags = new LinkedHashMap<>(last.flags());
    flags.keySet().retainAll(values.keySet());
    return new DesiredSettings(
        last.budget(), last.container(), values, flags, PodLabel.AS_FOUND, reason, time, notes);
  }

  /** Tells these values from others; the same wherever they are computed. */
  public String hash() {
    return ValuesHash.of(container, values);
  }

  /** These settings as the annotation keeps them, with those values that are ours. */
  AppliedSettings applied(Map<String, String> held) {
    Map<String, Map<String, String>> heldFlags = new LinkedHashMap<>(flags);
    heldFlags.keySet().retainAll(held.keySet());
    return new AppliedSettings(budget, container, hash(), reason, time, held, heldFlags);
  }
}
