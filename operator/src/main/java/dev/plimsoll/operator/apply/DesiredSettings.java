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
import java.util.Optional;

/**
 * What we want a workload to have.
 *
 * @param budget the budget's name
 * @param container the container that gets the values
 * @param values by variable, whole; a variable that is not named here is given back, except the
 *     sidecar's own, which comes and goes with it
 * @param flags by variable: those of ours in an arguments line that the user may write to as well
 * @param label what to do with the label of the pods
 * @param agent what to do with the agent
 * @param reason why, for people
 * @param notes what to remember beside
 */
public record DesiredSettings(
    String budget,
    String container,
    Map<String, String> values,
    Map<String, Map<String, String>> flags,
    PodLabel label,
    AgentPlacement agent,
    String reason,
    Instant time,
    Notes notes) {

  /** The label that tells a budget's pods. */
  public enum PodLabel {
    /** They carry it while anything of theirs is ours. */
    WHILE_HELD,
    /** It stays as it is, so that no pod is replaced for it. */
    AS_FOUND
  }

  public DesiredSettings {
    Map<String, String> withoutMark = new LinkedHashMap<>(values);
    withoutMark.remove(Sidecar.MARK);
    values = Collections.unmodifiableMap(withoutMark);
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
  }

  /** A plan's values, for every variable that the claims let us set, and the agent. */
  public static DesiredSettings of(
      Budget budget,
      Plan plan,
      Claims claims,
      AgentPlacement agent,
      String reason,
      Instant time,
      Notes notes) {
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
        budget.name(),
        claims.container(),
        values,
        flags,
        PodLabel.WHILE_HELD,
        agent,
        reason,
        time,
        notes);
  }

  /** The agent, and no value of a plan's. */
  public static DesiredSettings guarding(
      Budget budget,
      String container,
      AgentPlacement agent,
      String reason,
      Instant time,
      Notes notes) {
    return new DesiredSettings(
        budget.name(),
        container,
        Map.of(),
        Map.of(),
        PodLabel.WHILE_HELD,
        agent,
        reason,
        time,
        notes);
  }

  /** The same with these variables beside. */
  public DesiredSettings with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new DesiredSettings(budget, container, all, flags, label, agent, reason, time, notes);
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
        previous.agentImage().isPresent()
            ? new AgentPlacement.Kept(previous.agentImage())
            : new AgentPlacement.Absent(),
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
        last.budget(),
        last.container(),
        values,
        flags,
        PodLabel.AS_FOUND,
        AgentPlacement.asFound(),
        reason,
        time,
        notes);
  }

  /** The values, with the variable that the sidecar needs where there is to be one. */
  Map<String, String> valuesBeside(Optional<Sidecar> sidecar) {
    Map<String, String> all = new LinkedHashMap<>(values);
    sidecar.ifPresent(_ -> all.put(Sidecar.MARK, container));
    return all;
  }

  /**
   * Tells what these settings make of a workload's pods from what others do; the same wherever it
   * is computed.
   */
  public String hashOn(Workload workload) {
    return hash(agent.settled(workload, AgentPlacement.Rollout.DUE));
  }

  String hash(Optional<Sidecar> sidecar) {
    Map<String, String> told = new LinkedHashMap<>(values);
    sidecar.ifPresent(agent -> told.put(Sidecar.NAME, agent.fingerprint()));
    return ValuesHash.of(container, told);
  }

  /** These settings as the annotation keeps them, with those values that are ours. */
  AppliedSettings applied(Map<String, String> held, Optional<Sidecar> sidecar) {
    Map<String, Map<String, String>> heldFlags = new LinkedHashMap<>(flags);
    heldFlags.keySet().retainAll(held.keySet());
    return new AppliedSettings(
        budget,
        container,
        hash(sidecar),
        reason,
        time,
        held,
        heldFlags,
        sidecar.map(Sidecar::image));
  }
}
