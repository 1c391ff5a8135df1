package dev.plimsoll.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML, and JSON with it, as strict as the API server: no field twice, no guessing of types. */
final class BudgetYaml {
  private static final int DEEPEST = 64;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Integer,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Boolean,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .build();

  private BudgetYaml() {}

  /**
   * The documents of a text, those that are no maps left out.
   *
   * @throws YAMLException where the text is no YAML, or has anchors without end
   */
  static List<JsonNode> documents(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      if (document instanceof Map<?, ?>) {
        documents.add(node(document, 0));
      }
    }
    return documents;
  }

  /** Anchors are resolved by now, so that one within itself shows as depth without end. */
  private static JsonNode node(Object value, int depth) {
    if (depth > DEEPEST) {
      throw new YAMLException("nested too deeply, or an anchor within itself");
    }
    return switch (value) {
      case Map<?, ?> fields -> {
        ObjectNode node = STRICT.createObjectNode();
        fields.forEach((name, field) -> node.set(String.valueOf(name), node(field, depth + 1)));
        yield node;
      }
      case Collection<?> items -> {
        ArrayNode node = STRICT.createArrayNode();
        items.forEach(item -> node.add(node(item, depth + 1)));
        yield node;
      }
      case null -> STRICT.getNodeFactory().nullNode();
      default -> STRICT.valueToTree(value);
    };
  }

  /** A budget's spec as its Java type. */
  static MemoryBudgetSpec spec(JsonNode spec) throws JsonProcessingException {
    return STRICT.treeToValue(spec, MemoryBudgetSpec.class);
  }
}
