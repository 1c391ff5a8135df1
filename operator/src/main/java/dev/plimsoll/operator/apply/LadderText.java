package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.core.decide.Extent;
import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.core.model.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ladder as its annotation keeps it. */
final class LadderText {
  private LadderText() {}

  /** The fields; none where there is nothing to remember. */
  static Map<String, Object> write(Ladder ladder) {
    return switch (ladder) {
      case Ladder.Free _ -> Map.of();
      case Ladder.Restrained(Restraint restraint, Instant troubled, int failures) ->
          write("restrained", restraint, troubled, failures);
      case Ladder.OnTrial(Restraint former, Instant since, int failures) ->
          write("onTrial", former, since, failures);
    };
  }

  private static Map<String, Object> write(
      String state, Restraint restraint, Instant time, int failures) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", state);
    fields.put("time", time.toString());
    fields.put("failures", failures);
    fields.put("extent", extent(restraint.extent()));
    if (restraint.extent() instanceof Extent.Workers(int most)) {
      fields.put("workers", most);
    }
    fields.put("why", restraint.why());
    fields.put("since", restraint.since().toString());
    restraint
        .degraded()
        .ifPresent(
            degraded ->
                fields.put(
                    "degraded",
                    Map.of("since", degraded.since().toString(), "why", degraded.why())));
    fields.put("limit", restraint.target().limit().count());
    fields.put("generation", restraint.target().generation());
    fields.put("plan", restraint.target().values());
    return fields;
  }

  private static String extent(Extent extent) {
    return switch (extent) {
      case Extent.Whole _ -> "whole";
      case Extent.Workers _ -> "workers";
      case Extent.Smallest _ -> "smallest";
      case Extent.Braked _ -> "braked";
    };
  }

  /**
   * The ladder that these fields say.
   *
   * @throws IllegalArgumentException where they say none
   */
  static Ladder read(JsonNode node) {
    Instant time = Instant.parse(node.required("time").asText());
    int failures = Math.max(0, node.required("failures").asInt());
    String state = node.required("state").asText();
    return switch (state) {
      case "restrained" -> new Ladder.Restrained(restraint(node), time, failures);
      case "onTrial" -> new Ladder.OnTrial(restraint(node), time, failures);
      default -> throw new IllegalArgumentException("no state of a ladder: " + state);
    };
  }

  private static Restraint restraint(JsonNode node) {
    Map<String, Integer> values = new LinkedHashMap<>();
    node.required("plan")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asInt()));
    return new Restraint(
        extent(node),
        node.required("why").asText(),
        Instant.parse(node.required("since").asText()),
        degraded(node.path("degraded")),
        new Restraint.Target(
            new Bytes(node.required("limit").asLong()),
            node.required("generation").asLong(),
            values));
  }

  private static Optional<Restraint.Degraded> degraded(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new Restraint.Degraded(
                Instant.parse(node.required("since").asText()), node.required("why").asText()))
        : Optional.empty();
  }

  private static Extent extent(JsonNode node) {
    String extent = node.required("extent").asText();
    return switch (extent) {
      case "whole" -> new Extent.Whole();
      case "workers" -> new Extent.Workers(Math.max(1, node.required("workers").asInt()));
      case "smallest" -> new Extent.Smallest();
      case "braked" -> new Extent.Braked();
      default -> throw new IllegalArgumentException("no extent of a plan: " + extent);
    };
  }
}
