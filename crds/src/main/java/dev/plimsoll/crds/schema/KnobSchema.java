package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.RefusedVariables;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** One entry of {@code spec.knobs} by itself. */
public final class KnobSchema implements SchemaCustomizer.Customizer {

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property knob = new Property(props);
    knob.required("name", "memory");
    knob.child("name").name(NameSyntax.KNOB).rule(Rule.KNOB_NAME_TAKEN_BY_BASE, "self != 'base'");
    place(knob);
    knob.child("per").name(NameSyntax.KNOB);
    knob.ruleAt("per", Rule.PER_ITSELF, "!has(self.per) || self.per != self.name");
    knob.child("memory").quantity();
    numbers(knob);
    return props;
  }

  private static void place(Property knob) {
    knob.child("env")
        .name(NameSyntax.VARIABLE)
        .rule(Rule.VARIABLE_REFUSED, "!" + Cel.matches("self", RefusedVariables.PATTERN));
    knob.child("argument").name(NameSyntax.ARGUMENT);
    knob.child("template")
        .plainText()
        .rule(Rule.TEMPLATE_WITHOUT_VALUE, "self.contains('{value}')");
    knob.rule(Rule.TWO_PLACES, "!(has(self.env) && has(self.argument))")
        .ruleAt(
            "template",
            Rule.TEMPLATE_WITHOUT_VARIABLE,
            "!(has(self.argument) && has(self.template))")
        .ruleAt(
            "env",
            Rule.LINE_WITHOUT_FLAG,
            "!has(self.env) || !(self.env in %s) || has(self.template) && self.template.startsWith('-')"
                .formatted(Cel.list(RuntimeCel.lines())));
  }

  private static void numbers(Property knob) {
    knob.child("min").range(Bounds.MIN).or(Defaults.MIN);
    knob.child("max").range(Bounds.MAX);
    knob.child("step").range(Bounds.STEP).or(Defaults.STEP);
    knob.child("maxTotal").range(Bounds.MAX_TOTAL);
    knob.child("weight").range(Bounds.WEIGHT);
    knob.rule(
            Rule.MAX_MISSING,
            "has(self.max) || has(self.cpu) || self.name == '%s'".formatted(Defaults.WORKERS))
        .ruleAt("max", Rule.MAX_BELOW_MIN, "!has(self.max) || self.max >= self.min")
        .ruleAt(
            "step",
            Rule.STEP_TOO_FINE,
            "!has(self.max) || (self.max - self.min) / self.step < " + Bounds.VALUES_PER_KNOB)
        .ruleAt(
            "maxTotal",
            Rule.MAX_TOTAL_BELOW_MIN,
            "!has(self.maxTotal) || self.maxTotal >= self.min");
  }
}
