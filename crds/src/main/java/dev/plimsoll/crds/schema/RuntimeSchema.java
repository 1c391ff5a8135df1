package dev.plimsoll.crds.schema;

import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** {@code spec.runtime}. */
public final class RuntimeSchema implements SchemaCustomizer.Customizer {
  private static final String HAS_NONE = "!has(self.arguments) || size(self.arguments) == 0 || ";

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    RuntimeCel cel = new RuntimeCel("self.type");
    Property runtime = new Property(props);
    runtime
        .required("type")
        .ruleAt("arguments", Rule.NO_ARGUMENTS, HAS_NONE + cel.takesArguments());
    forEachArgument(runtime, Rule.ARGUMENT_UNKNOWN, cel.knows("a"));
    forEachArgument(runtime, Rule.ARGUMENT_VALUE, cel.fits("a", "self.arguments[a]"));
    runtime.child("type").oneOf(RuntimeProfiles.names().stream());
    Property arguments =
        runtime.child("arguments").atMost(Bounds.ARGUMENTS).keys(NameSyntax.ARGUMENT);
    arguments.values().plainText();
    return props;
  }

  private static void forEachArgument(Property runtime, Rule rule, String condition) {
    runtime.ruleAt(
        "arguments",
        "an entry",
        rule,
        "!has(self.arguments) || self.arguments.all(a, %s)".formatted(condition));
  }
}
