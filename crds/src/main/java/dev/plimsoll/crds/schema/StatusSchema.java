package dev.plimsoll.crds.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code status}: it is ours to write, so only its lists have a shape to keep. */
public final class StatusSchema implements SchemaCustomizer.Customizer {
  private static final int RECENT_ACTIONS = 10;
  private static final int COUNTED_STARTS = 400;

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property status = new Property(props);
    status.child("conditions").keyedBy("type").items().required("type", "status");
    status.child("recentActions").atMost(RECENT_ACTIONS);
    status.child("usage").child("counted").atMost(COUNTED_STARTS).items().required("pod");
    status.child("costs").keyedBy("name").items().required("name");
    status.child("plan").child("knobs").keyedBy("name").items().required("name");
    status.child("capacity").keyedBy("limit").items().required("limit");
    return props;
  }
}
