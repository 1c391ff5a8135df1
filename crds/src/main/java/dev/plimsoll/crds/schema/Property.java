package dev.plimsoll.crds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.DurationRange;
import dev.plimsoll.core.spec.DurationSyntax;
import dev.plimsoll.core.spec.IntRange;
import dev.plimsoll.core.spec.NameSyntax;
import dev.plimsoll.core.spec.Rule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One place in the schema, with the bounds and rules that it is given. */
final class Property {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JSONSchemaProps schema;

  Property(JSONSchemaProps schema) {
    this.schema = schema;
  }

  Property child(String name) {
    return new Property(schema.getProperties().get(name));
  }

  Property items() {
    return new Property(schema.getItems().getSchema());
  }

  Property values() {
    return new Property(schema.getAdditionalProperties().getSchema());
  }

  Property required(String... names) {
    schema.setRequired(Stream.of(names).sorted().toList());
    return this;
  }

  Property atMost(int count) {
    switch (schema.getType()) {
      case "array" -> schema.setMaxItems((long) count);
      case "object" -> schema.setMaxProperties((long) count);
      default -> schema.setMaxLength((long) count);
    }
    return this;
  }

  Property range(IntRange range) {
    schema.setMinimum((double) range.least());
    schema.setMaximum((double) range.most());
    return this;
  }

  Property oneOf(Stream<String> names) {
    schema.setEnum(names.<JsonNode>map(JSON::textNode).toList());
    return this;
  }

  Property or(String text) {
    schema.setDefault(JSON.textNode(text));
    return this;
  }

  Property or(int number) {
    schema.setDefault(JSON.numberNode(number));
    return this;
  }

  Property or(boolean answer) {
    schema.setDefault(JSON.booleanNode(answer));
    return this;
  }

  /** A list whose entries are told apart by a field, also when several owners apply it. */
  Property keyedBy(String field) {
    schema.setXKubernetesListType("map");
    schema.setXKubernetesListMapKeys(List.of(field));
    return this;
  }

  Property withoutDuplicates() {
    schema.setXKubernetesListType("set");
    return this;
  }

  Property name(NameSyntax syntax) {
    return atMost(syntax.longest()).rule(syntax.rule(), Cel.matches("self", syntax.pattern()));
  }

  /** What every key of a map has to be. */
  Property keys(NameSyntax syntax) {
    String isName = "size(key) <= %d && ".formatted(syntax.longest());
    return everyKey(syntax.rule(), isName + Cel.matches("key", syntax.pattern()));
  }

  /** A condition on each key of a map. */
  Property everyKey(Rule rule, String condition) {
    return rule("a key " + rule.message(), "self.all(key, %s)".formatted(condition));
  }

  Property plainText() {
    return atMost(Bounds.TEXT_LENGTH).rule(Rule.TEXT_UNSAFE, Cel.isPlain("self"));
  }

  Property duration(DurationRange range) {
    String wellFormed = "self != '' && " + Cel.matches("self", DurationSyntax.PATTERN);
    return atMost(DurationSyntax.LONGEST)
        .rule(Rule.NOT_A_DURATION, wellFormed)
        .rule(
            Rule.DURATION_OUT_OF_RANGE.problem() + ": choose a duration of " + range,
            "!(%s) || duration(self) >= duration('%s') && duration(self) <= duration('%s')"
                .formatted(
                    wellFormed,
                    DurationSyntax.format(range.least()),
                    DurationSyntax.format(range.most())));
  }

  /** A number of bytes or a quantity, of at least 1Ki. */
  Property quantity() {
    return intOrString()
        .rule(Rule.NOT_A_QUANTITY, Cel.IS_QUANTITY)
        .rule(Rule.QUANTITY_TOO_SMALL, Cel.IS_NOT_TINY)
        .rule(Rule.QUANTITY_TOO_LARGE, Cel.IS_NOT_HUGE);
  }

  /** A quantity of at least 1Ki, or none at all. */
  Property quantityOrZero() {
    return intOrString()
        .rule(Rule.NOT_A_QUANTITY, Cel.IS_QUANTITY)
        .rule(Rule.QUANTITY_TOO_SMALL, Cel.IS_ZERO_OR_NOT_TINY)
        .rule(Rule.QUANTITY_TOO_LARGE, Cel.IS_NOT_HUGE);
  }

  /** A quantity, none at all or a percentage. */
  Property quantityOrPercentage() {
    return intOrString()
        .rule(Rule.RESERVE_SYNTAX, Cel.IS_QUANTITY_OR_PERCENTAGE)
        .rule(Rule.QUANTITY_TOO_SMALL, Cel.IS_ZERO_OR_NOT_TINY)
        .rule(Rule.QUANTITY_TOO_LARGE, Cel.IS_NOT_HUGE);
  }

  private Property intOrString() {
    schema.setType(null);
    schema.setXKubernetesIntOrString(true);
    schema.setMaxLength((long) Cel.LONGEST_QUANTITY);
    return this;
  }

  Property rule(Rule rule, String holds) {
    return rule(rule.message(), holds);
  }

  /** A rule of this object that is reported at one of its fields. */
  Property ruleAt(String field, Rule rule, String holds) {
    return add(
        new ValidationRuleBuilder()
            .withRule(holds)
            .withMessage(rule.message())
            .withFieldPath("." + field)
            .build());
  }

  /**
   * A rule that many things in one field can break.
   *
   * @param culprit what kind of thing it is that breaks it; the cost of naming the very one cannot
   *     be bounded
   */
  Property ruleAt(String field, String culprit, Rule rule, String holds) {
    return add(
        new ValidationRuleBuilder()
            .withRule(holds)
            .withMessage(culprit + " " + rule.message())
            .withFieldPath("." + field)
            .build());
  }

  private Property rule(String message, String holds) {
    return add(new ValidationRuleBuilder().withRule(holds).withMessage(message).build());
  }

  private Property add(ValidationRule rule) {
    List<ValidationRule> rules = new ArrayList<>(schema.getXKubernetesValidations());
    rules.add(rule);
    schema.setXKubernetesValidations(rules);
    return this;
  }
}
