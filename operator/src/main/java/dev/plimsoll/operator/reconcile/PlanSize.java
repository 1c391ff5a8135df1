package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RevisionEvidence.Size;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.operator.apply.EffectiveValues;
import dev.plimsoll.operator.observe.DeploymentWorkload;
import dev.plimsoll.operator.observe.StatefulSetWorkload;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;

/**
 * Tells whether a revision's plan takes more memory than that of the one before; where that is not
 * known, it is taken to.
 */
final class PlanSize {
  private PlanSize() {}

  static Size between(Situation situation, PodTemplateSpec before, PodTemplateSpec newest) {
    Map<String, Integer> old = values(situation, before);
    Map<String, Integer> now = values(situation, newest);
    if (old.equals(now)) {
      return Size.NOT_LARGER;
    }
    boolean isKnown =
        situation.budget().knobs().stream()
            .map(Knob::name)
            .allMatch(knob -> old.containsKey(knob) && now.containsKey(knob));
    return isKnown && !situation.planning().costOf(now).isMoreThan(situation.planning().costOf(old))
        ? Size.NOT_LARGER
        : Size.LARGER;
  }

  private static Map<String, Integer> values(Situation situation, PodTemplateSpec template) {
    Workload workload =
        switch (situation.workload()) {
          case DeploymentWorkload deployment ->
              Workload.of(
                  new DeploymentBuilder(deployment.resource())
                      .editSpec()
                      .withTemplate(template)
                      .endSpec()
                      .build());
          case StatefulSetWorkload set ->
              Workload.of(
                  new StatefulSetBuilder(set.resource())
                      .editSpec()
                      .withTemplate(template)
                      .endSpec()
                      .build());
        };
    return EffectiveValues.of(
        situation.budget(), workload, situation.target().container().getName());
  }
}
