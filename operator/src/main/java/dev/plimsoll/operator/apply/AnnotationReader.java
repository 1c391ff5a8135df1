package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.operator.apply.FieldOwner.Operation;
import dev.plimsoll.operator.apply.Notes.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads our annotations; the inverse of {@link AnnotationWriter}. */
record AnnotationReader(Map<String, String> annotations) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static AnnotationReader of(Map<String, String> annotations) {
    return new AnnotationReader(annotations);
  }

  Bookkeeping read() {
    return new Bookkeeping(
        read(Annotations.APPLIED, AnnotationReader::settings),
        read(Annotations.PREVIOUS, AnnotationReader::settings),
        read(Annotations.ORIGINALS, AnnotationReader::originals).orElse(Map.of()),
        new Notes(
            read(Annotations.REJECTED, AnnotationReader::rejection),
            read(Annotations.REVERTS, AnnotationReader::times).orElse(List.of()),
            read(Annotations.REVERTS, AnnotationReader::contested).orElse(OptionalLong.empty()),
            read(Annotations.LADDER, LadderText::read).orElse(Ladder.FREE)));
  }

  /** Users can write annotations too, so one that makes no sense is no error of ours. */
  private <T> Optional<T> read(String name, Function<JsonNode, T> reader) {
    String text = annotations.get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(JSON.readTree(text)));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static AppliedSettings settings(JsonNode node) {
    Map<String, Map<String, String>> flags = new LinkedHashMap<>();
    node.path("flags")
        .properties()
        .forEach(line -> flags.put(line.getKey(), texts(line.getValue())));
    return new AppliedSettings(
        node.required("budget").asText(),
        node.required("container").asText(),
        node.required("hash").asText(),
        node.required("reason").asText(),
        Instant.parse(node.required("time").asText()),
        texts(node.required("values")),
        flags,
        text(node, "agentImage"));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static Map<EnvKey, Original> originals(JsonNode node) {
    Map<EnvKey, Original> originals = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> container : node.properties()) {
      for (Map.Entry<String, JsonNode> variable : container.getValue().properties()) {
        originals.put(
            new EnvKey(container.getKey(), variable.getKey()), original(variable.getValue()));
      }
    }
    return originals;
  }

  private static Original original(JsonNode node) {
    Optional<FieldOwner> owner =
        text(node, "manager")
            .map(manager -> new FieldOwner(manager, Operation.of(node.path("operation").asText())));
    return new Original(text(node, "value"), owner);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
  }

  private static Rejection rejection(JsonNode node) {
    return new Rejection(
        node.required("hash").asText(),
        node.required("budgetGeneration").asLong(),
        node.required("image").asText(),
        node.required("reason").asText(),
        Instant.parse(node.required("time").asText()));
  }

  private static List<Instant> times(JsonNode node) {
    List<Instant> times = new ArrayList<>();
    node.path("times").forEach(time -> times.add(Instant.parse(time.asText())));
    return times;
  }

  private static OptionalLong contested(JsonNode node) {
    return node.has("contestedGeneration")
        ? OptionalLong.of(node.get("contestedGeneration").asLong())
        : OptionalLong.empty();
  }
}
