package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import java.util.Optional;

/** Whether the agent is to be in a workload's pods. */
public sealed interface AgentPlacement {

  /** It is not to be there. */
  record Absent() implements AgentPlacement {}

  /**
   * Where it is, it stays as it is.
   *
   * @param image the image that it is to have; empty means the one it has
   */
  record Kept(Optional<String> image) implements AgentPlacement {}

  /** It is to be there. */
  record Present(Sidecar sidecar) implements AgentPlacement {}

  /** Whether pods are replaced for another reason than the sidecar. */
  enum Rollout {
    DUE,
    NOT_DUE
  }

  /** As it is, for whatever reason it is. */
  static AgentPlacement asFound() {
    return new Kept(Optional.empty());
  }

  /**
   * The sidecar that a workload is to have. One that serves as well as ours of today stays until
   * pods are replaced anyway: a new image of ours is no reason to replace them.
   */
  default Optional<Sidecar> settled(Workload workload, Rollout rollout) {
    Optional<Sidecar> found = Sidecar.oursOn(workload);
    return switch (this) {
      case Absent _ -> Optional.empty();
      case Kept(Optional<String> image) ->
          found.map(sidecar -> image.map(sidecar::withImage).orElse(sidecar));
      case Present(Sidecar wanted) ->
          found
              .filter(_ -> rollout == Rollout.NOT_DUE)
              .filter(sidecar -> sidecar.servesLike(wanted))
              .or(() -> Optional.of(wanted));
    };
  }

  /** Whether it is to be in the pods of a workload that is as this one. */
  default boolean isOn(Workload workload) {
    return settled(workload, Rollout.NOT_DUE).isPresent();
  }
}
