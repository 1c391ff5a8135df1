package dev.plimsoll.operator.inject;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.apply.Sidecar;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.PidNamespaceRisk;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.Workload;
import java.util.Optional;

/**
 * Whether the agent joins a workload's pods.
 *
 * @param finding why it does not though it is asked for, or what is doubtful about it
 */
public record Injection(AgentPlacement placement, Optional<Finding> finding) {

  /** Whether a budget asks for the agent. */
  public static boolean isAskedFor(Budget budget) {
    return budget.mode() != Mode.RECOMMEND
        && budget.agent().injection() == AgentTerms.Injection.SIDECAR;
  }

  /** Decides for a budget that asks for it. */
  static Injection of(
      Budget budget, Observation.Target target, AgentSettings settings, ServerVersion server) {
    Workload workload = target.workload();
    if (!server.hasSidecars()) {
      return new Injection(AgentPlacement.asFound(), Optional.of(unsupported(server)));
    }
    Optional<Finding> obstacle = Obstacle.in(workload);
    if (obstacle.isPresent()) {
      return new Injection(new AgentPlacement.Absent(), obstacle);
    }
    // The risk is among the findings of the manifest already.
    if (!Sidecar.isNamespaceSharedByUser(workload)
        && PidNamespaceRisk.isIn(workload.template().getSpec())) {
      return new Injection(new AgentPlacement.Absent(), Optional.empty());
    }
    return switch (AgentUser.of(budget, target)) {
      case AgentUser.Known user ->
          new Injection(
              new AgentPlacement.Present(template(budget, target, settings, user).sidecar()),
              user.doubt());
      case AgentUser.Unfit(Finding finding) ->
          new Injection(new AgentPlacement.Absent(), Optional.of(finding));
      // One that is there was made when somebody told; pods that are gone now told it.
      case AgentUser.Unknown(Finding finding) ->
          new Injection(
              AgentPlacement.asFound(),
              Optional.of(finding).filter(_ -> Sidecar.oursOn(workload).isEmpty()));
    };
  }

  private static SidecarTemplate template(
      Budget budget, Observation.Target target, AgentSettings settings, AgentUser.Known user) {
    return new SidecarTemplate(
        settings,
        budget.name(),
        target.container(),
        user,
        QualityOfService.of(target.workload().template().getSpec()));
  }

  private static Finding unsupported(ServerVersion server) {
    return new Finding(
        "SidecarUnsupported",
        Severity.WARNING,
        "Kubernetes %s does not keep a sidecar running beside the containers (1.29 does), so the agent is not put into the pods. Upgrade the cluster, or set spec.agent.injection to None."
            .formatted(server));
  }
}
