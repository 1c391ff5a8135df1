package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.knobs[].cpu}. */
public final class CpuSchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property cpu = new Property(props).rule(Rule.CPU_ZERO, "self.perCore + self.plus > 0");
    cpu.child("perCore").range(Bounds.PER_CORE).or(Defaults.PER_CORE);
    cpu.child("plus").range(Bounds.PLUS).or(Defaults.PLUS);
    return props;
  }
}
