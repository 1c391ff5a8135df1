package dev.plimsoll.core.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A budget as its user wrote it: everything is optional, quantities, durations and choices are
 * still text, and nothing is checked yet. {@link BudgetRules} makes a budget of it.
 *
 * @param name the budget's own name
 */
public record BudgetDraft(
    String name,
    Optional<Target> target,
    Optional<String> container,
    Optional<String> mode,
    Optional<Boolean> paused,
    Optional<Memory> memory,
    Optional<Runtime> runtime,
    List<Knob> knobs,
    Optional<Guard> guard,
    Optional<Rollout> rollout,
    Optional<Restore> restore,
    Optional<Brake> brake,
    Optional<Degrade> degrade,
    Optional<Agent> agent,
    Optional<String> conflicts) {

  /** The workload, as in {@code spec.targetRef}. */
  public record Target(Optional<String> apiVersion, Optional<String> kind, Optional<String> name) {}

  /** Quantities as text; {@code reserve} may be a percentage. */
  public record Memory(
      Optional<String> limit,
      Optional<String> base,
      Optional<String> reserve,
      Optional<String> perUser) {}

  /** The server and the flags to keep in its arguments variable, in the order written. */
  public record Runtime(Optional<String> type, Map<String, String> arguments) {}

  /** One entry of {@code spec.knobs}. */
  public record Knob(
      Optional<String> name,
      Optional<String> env,
      Optional<String> argument,
      Optional<String> template,
      Optional<String> per,
      Optional<String> memory,
      Optional<Integer> min,
      Optional<Integer> max,
      Optional<Integer> step,
      Optional<Cpu> cpu,
      Optional<Integer> maxTotal,
      Optional<Integer> weight,
      Optional<Occupancy> occupancy) {}

  /** A bound by the container's CPUs. */
  public record Cpu(Optional<Integer> perCore, Optional<Integer> plus) {}

  /** How units in use are counted: exactly one is to be given. */
  public record Occupancy(
      Optional<Integer> remotePort,
      Optional<Integer> listenPort,
      Optional<Boolean> threads,
      Optional<Boolean> children) {}

  /** The thresholds and what may be done at them; an absent list of actions is not an empty one. */
  public record Guard(
      Optional<Integer> softPercent,
      Optional<Integer> hardPercent,
      Optional<String> maxWorkerAge,
      Optional<String> drain,
      Optional<List<String>> actions) {}

  /** When a change may be rolled out. */
  public record Rollout(
      Optional<String> cooldown, List<String> windows, Optional<Boolean> allowDowntime) {}

  /** When a plan may grow again. */
  public record Restore(Optional<String> after) {}

  /** When kills become a cascade. */
  public record Brake(Optional<Integer> oomKills, Optional<String> within) {}

  /** What to set under sustained pressure. */
  public record Degrade(Optional<String> after, Map<String, String> env) {}

  /** How the agent gets into the pod. */
  public record Agent(Optional<String> injection, Optional<Long> runAsUser) {}
}
