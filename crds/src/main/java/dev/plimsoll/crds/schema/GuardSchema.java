package dev.plimsoll.crds.schema;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.Stream;

/**
 * {@code spec.guard}. hardPercent and actions have their defaults in core alone: what a user set
 * must be told apart from what he left, as long as nothing acts on it.
 */
public final class GuardSchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property guard = new Property(props);
    guard.child("softPercent").range(Bounds.SOFT_PERCENT).or(Defaults.SOFT_PERCENT);
    guard.child("hardPercent").range(Bounds.HARD_PERCENT);
    guard.ruleAt(
        "softPercent",
        Rule.SOFT_NOT_BELOW_HARD,
        "self.softPercent < (has(self.hardPercent) ? self.hardPercent : %d)"
            .formatted(Defaults.HARD_PERCENT));
    guard.child("maxWorkerAge").duration(Bounds.MAX_WORKER_AGE);
    guard.child("drain").duration(Bounds.DRAIN);
    guard
        .child("actions")
        .atMost(Bounds.ACTIONS)
        .withoutDuplicates()
        .items()
        .oneOf(Stream.of(GuardAction.values()).map(GuardAction::text));
    return props;
  }
}
