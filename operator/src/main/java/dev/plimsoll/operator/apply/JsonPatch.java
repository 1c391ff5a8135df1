package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Patch (RFC 6902) that fails as a whole unless the object still is the one it was made
 * from.
 *
 * @param operations in their order
 */
record JsonPatch(List<Map<String, Object>> operations) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonPatch {
    operations = List.copyOf(operations);
  }

  /** A patch without any change, for the object of this resourceVersion. */
  static JsonPatch of(String resourceVersion) {
    return new JsonPatch(
        List.of(
            operation(
                "test", List.of("metadata", "resourceVersion"), Map.of("value", resourceVersion))));
  }

  JsonPatch replace(List<?> path, Object value) {
    return plus(operation("replace", path, Map.of("value", value)));
  }

  JsonPatch add(List<?> path, Object value) {
    return plus(operation("add", path, Map.of("value", value)));
  }

  JsonPatch remove(List<?> path) {
    return plus(operation("remove", path, Map.of()));
  }

  private JsonPatch plus(Map<String, Object> operation) {
    List<Map<String, Object>> more = new ArrayList<>(operations);
    more.add(operation);
    return new JsonPatch(more);
  }

  /** Whether it changes anything. */
  boolean isEmpty() {
    return operations.size() <= 1;
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(operations);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a patch of maps and texts is always JSON", e);
    }
  }

  private static Map<String, Object> operation(
      String name, List<?> path, Map<String, Object> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("op", name);
    fields.put("path", pointer(path));
    fields.putAll(more);
    return fields;
  }

  private static String pointer(List<?> path) {
    StringBuilder pointer = new StringBuilder();
    for (Object step : path) {
      pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
