package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.DurationSyntax;
import dev.plimsoll.core.spec.Rule;
import dev.plimsoll.core.spec.TimeWindowSyntax;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.rollout}. */
public final class RolloutSchema implements SchemaCustomizer.Customizer {
  private static final String WELL_FORMED = Cel.matches("self", TimeWindowSyntax.PATTERN);

  /** Looking up the hour in a zone that is not known is an error, which breaks the rule. */
  private static final String ZONE_IS_KNOWN =
      "self.split(' ')[2] != 'Local'"
          + " && timestamp('2026-01-01T00:00:00Z').getHours(self.split(' ')[2]) >= 0";

  private static final String TIMES_DIFFER =
      "self.split(' ')[1].split('-')[0] != self.split(' ')[1].split('-')[1]";

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property rollout = new Property(props);
    rollout
        .child("cooldown")
        .duration(Bounds.COOLDOWN)
        .or(DurationSyntax.format(Defaults.COOLDOWN));
    rollout.child("allowDowntime").or(Defaults.ALLOW_DOWNTIME);
    rollout
        .child("windows")
        .atMost(Bounds.WINDOWS)
        .items()
        .atMost(TimeWindowSyntax.LONGEST)
        .rule(Rule.NOT_A_WINDOW, WELL_FORMED)
        .rule(Rule.UNKNOWN_ZONE, "!" + WELL_FORMED + " || " + ZONE_IS_KNOWN)
        .rule(Rule.EMPTY_WINDOW, "!" + WELL_FORMED + " || " + TIMES_DIFFER);
    return props;
  }
}
