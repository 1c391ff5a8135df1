package dev.plimsoll.crds.schema;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.Stream;

/** {@code spec.targetRef}. */
public final class TargetSchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property target = new Property(props);
    target.required("kind", "name").rule(Rule.TARGET_CHANGED, "self == oldSelf");
    target
        .child("apiVersion")
        .oneOf(Stream.of(Defaults.TARGET_API_VERSION))
        .or(Defaults.TARGET_API_VERSION);
    target.child("kind").oneOf(Stream.of(TargetRef.Kind.values()).map(TargetRef.Kind::text));
    target.child("name").name(NameSyntax.WORKLOAD);
    return props;
  }
}
