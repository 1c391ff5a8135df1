package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.MemorySize;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.memory}. */
public final class MemorySchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property memory = new Property(props);
    memory.child("limit").quantity();
    memory.child("base").quantityOrZero().or(MemorySize.format(Defaults.BASE));
    memory.child("reserve").quantityOrPercentage().or(Defaults.RESERVE.toString());
    memory.child("perUser").quantity();
    return props;
  }
}
