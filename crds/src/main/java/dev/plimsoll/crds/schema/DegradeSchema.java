package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.DurationSyntax;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.RefusedVariables;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.degrade}. */
public final class DegradeSchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property degrade = new Property(props);
    degrade
        .child("after")
        .duration(Bounds.DEGRADE_AFTER)
        .or(DurationSyntax.format(Defaults.DEGRADE_AFTER));
    degrade.ruleAt("env", Rule.DEGRADE_EMPTY, "has(self.env) && size(self.env) > 0");
    Property env = degrade.child("env").atMost(Bounds.DEGRADED_VARIABLES).keys(NameSyntax.VARIABLE);
    env.everyKey(Rule.VARIABLE_REFUSED, "!" + Cel.matches("key", RefusedVariables.PATTERN));
    env.values().plainText().rule(Rule.VALUE_EMPTY, "self != ''");
    return props;
  }
}
