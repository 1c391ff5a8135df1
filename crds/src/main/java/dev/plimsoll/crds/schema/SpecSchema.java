package dev.plimsoll.crds.schema;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.core.spec.DurationSyntax;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.Stream;

/** {@code spec} itself, and what its parts have to be beside each other. */
public final class SpecSchema implements SchemaCustomizer.Customizer {
  private static final RuntimeCel RUNTIME = new RuntimeCel("self.runtime.type");

  /** Where the value of knob k goes: a variable, or an argument with dashes. */
  private static final String PLACE_OF_K =
      "(has(k.env) ? k.env : has(k.argument) ? %s : %s)"
          .formatted(RUNTIME.placeOfArgument("k.argument"), RUNTIME.placeFor("k.name"));

  private static final String SOFT =
      "(has(self.guard) && has(self.guard.softPercent) ? self.guard.softPercent : %d)"
          .formatted(Defaults.SOFT_PERCENT);

  @Override
  public JSONSchemaProps apply(JSONSchemaProps props, String input, KubernetesSerialization yaml) {
    Property spec = new Property(props).required("targetRef", "runtime");
    choices(spec);
    knobs(spec);
    minima(spec);
    places(spec);
    reserve(spec);
    return props;
  }

  private static void choices(Property spec) {
    spec.child("container").name(NameSyntax.CONTAINER);
    spec.child("mode").oneOf(Stream.of(Mode.values()).map(Mode::text)).or(Defaults.MODE.text());
    spec.child("paused").or(Defaults.PAUSED);
    spec.child("conflicts")
        .oneOf(Stream.of(ConflictPolicy.values()).map(ConflictPolicy::text))
        .or(Defaults.CONFLICTS.text());
    spec.child("restore")
        .child("after")
        .duration(Bounds.RESTORE_AFTER)
        .or(DurationSyntax.format(Defaults.RESTORE_AFTER));
    Property brake = spec.child("brake");
    brake.child("oomKills").range(Bounds.OOM_KILLS).or(Defaults.BRAKE_OOM_KILLS);
    brake
        .child("within")
        .duration(Bounds.BRAKE_WITHIN)
        .or(DurationSyntax.format(Defaults.BRAKE_WITHIN));
    Property agent = spec.child("agent");
    agent
        .child("injection")
        .oneOf(Stream.of(AgentTerms.Injection.values()).map(AgentTerms.Injection::text));
    agent.child("runAsUser").range(Bounds.USER_ID);
  }

  private static void knobs(Property spec) {
    spec.ruleAt(
        "knobs",
        Rule.NO_KNOBS,
        "self.mode == '%s' || has(self.knobs) && size(self.knobs) > 0"
            .formatted(Mode.GUARD.text()));
    spec.child("knobs").atMost(Bounds.KNOBS).keyedBy("name");
    forEachKnob(
        spec,
        "knobs",
        "per",
        Rule.PER_UNKNOWN,
        "!has(k.per) || self.knobs.exists(o, o.name == k.per)");
    forEachKnob(
        spec,
        "knobs",
        "per",
        Rule.PER_CHAIN,
        "!has(k.per) || !self.knobs.exists(o, o.name == k.per && o.name != k.name && has(o.per))");
  }

  private static void minima(Property spec) {
    String cost =
        "(type(k.memory) == int ? double(k.memory)"
            + " : isQuantity(k.memory) ? quantity(k.memory).asApproximateFloat() : 0.0)";
    String most = Bounds.MOST_AT_MIN.count() + ".0";
    forEachKnob(
        spec,
        "knobs",
        "a knob",
        Rule.MIN_BEYOND_MEMORY,
        "[%1$s * double(k.min)].all(c, c <= %2$s && (!has(k.per) || self.knobs.all(o, o.name != k.per || c * double(o.min) <= %2$s)))"
            .formatted(cost, most));
  }

  private static void places(Property spec) {
    forEachKnob(
        spec,
        "knobs",
        "a knob",
        Rule.NO_PLACE,
        "has(k.env) || has(k.argument) || " + RUNTIME.hasPlaceFor("k.name"));
    forEachKnob(
        spec,
        "knobs",
        "an argument",
        Rule.NO_ARGUMENTS,
        "!has(k.argument) || " + RUNTIME.takesArguments());
    forEachKnob(
        spec,
        "knobs",
        "a name",
        Rule.ARGUMENT_UNKNOWN,
        "!has(k.argument) || " + RUNTIME.knows("k.argument"));
    forEachKnob(
        spec,
        "runtime.arguments",
        "an argument",
        Rule.ARGUMENT_OF_KNOB,
        "!has(self.runtime.arguments) || !(k.name in self.runtime.arguments)"
            + " && [%s].all(p, self.runtime.arguments.all(a, %s != p))"
                .formatted(PLACE_OF_K, RUNTIME.placeOfArgument("a")));
    forEachKnob(
        spec,
        "degrade.env",
        "an entry",
        Rule.DEGRADE_SETS_KNOB,
        "!has(self.degrade) || !has(self.degrade.env) || !(%s in self.degrade.env)"
            .formatted(PLACE_OF_K));
    String places = "[self.knobs.map(k, %s)]".formatted(PLACE_OF_K);
    String isFree = "p == '' || places.exists_one(q, q == p)";
    spec.ruleAt(
        "knobs",
        "a variable or argument",
        Rule.PLACE_TWICE,
        "!has(self.knobs) || %s.all(places, places.all(p, %s))".formatted(places, isFree));
  }

  private static void reserve(Property spec) {
    String reserve = "self.memory.reserve";
    spec.ruleAt(
        "memory.reserve",
        Rule.RESERVE_BELOW_SOFT,
        "(has(self.memory) && has(%1$s) ? (%2$s ? double(%1$s.replace('%%', '')) : 100.0) : %3$s) >= double(103 - %4$s)"
            .formatted(reserve, Cel.isPercentage(reserve), Defaults.RESERVE.value(), SOFT));
  }

  /** A condition on each knob k. */
  private static void forEachKnob(
      Property spec, String field, String culprit, Rule rule, String condition) {
    spec.ruleAt(
        field, culprit, rule, "!has(self.knobs) || self.knobs.all(k, %s)".formatted(condition));
  }
}
