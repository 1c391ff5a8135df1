package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.knobs[].occupancy}. */
public final class OccupancySchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property occupancy =
        new Property(props)
            .rule(
                Rule.OCCUPANCY_ONE,
                "[has(self.remotePort), has(self.listenPort), has(self.threads),"
                    + " has(self.children)].exists_one(given, given)");
    occupancy.child("remotePort").range(Bounds.PORT);
    occupancy.child("listenPort").range(Bounds.PORT);
    occupancy.child("threads").rule(Rule.OCCUPANCY_FALSE, "self");
    occupancy.child("children").rule(Rule.OCCUPANCY_FALSE, "self");
    return props;
  }
}
