package dev.plimsoll.operator.meter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads an agent's sample. Fields that are missing, unknown or of another type than expected are as
 * good as absent: agents of several versions run side by side. What is kept is bounded, whatever a
 * pod says.
 */
final class SampleReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ITEMS = 10;
  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_TEXT = 400;
  private static final double LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

  private SampleReader() {}

  /** The answer is no sample of this pod. */
  static final class NotASampleException extends Exception {
    NotASampleException(String message) {
      super(message);
    }
  }

  /**
   * Reads a body.
   *
   * @param at when it was asked for
   * @throws NotASampleException where it is not JSON, or another pod's
   */
  static PodSample read(byte[] body, Agent pod, Instant at) throws NotASampleException {
    JsonNode sample = parse(body);
    String name = word(sample.path("pod"));
    if (!name.isEmpty() && !name.equals(pod.name())) {
      throw new NotASampleException("it is the agent of pod " + name);
    }
    return new PodSample(
        pod.podUid(),
        pod.name(),
        word(sample.path("agent")),
        at,
        memory(sample.path("memory")),
        count(sample.path("oomKills")),
        containers(sample),
        times(sample.path("oomEpisodes")),
        number(sample.path("server").path("workers")),
        number(sample.path("server").path("planned")),
        phase(word(sample.path("phase"))),
        seconds(sample.path("timeToLimitSeconds")),
        new ReliefCounts(counts(sample.path("recycles")), count(sample.path("sheds"))),
        bound(sample.path("workerBound")),
        items(sample.path("remarks"))
            .map(each -> new AgentRemark(word(each.path("reason")), text(each.path("message"))))
            .filter(remark -> !remark.reason().isEmpty())
            .toList(),
        actions(sample.path("actions")));
  }

  private static JsonNode parse(byte[] body) throws NotASampleException {
    try {
      JsonNode node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException notJson) {
      // Answered below, as JSON that is no object is.
    }
    throw new NotASampleException("what answers there is not an agent");
  }

  private static Optional<MemoryUse> memory(JsonNode memory) {
    return memory.path("limit").isNumber() && memory.path("unreclaimable").isNumber()
        ? Optional.of(
            new MemoryUse(
                bytes(memory.path("limit")),
                bytes(memory.path("unreclaimable")),
                bytes(memory.path("workingSet")),
                bytes(memory.path("peakUnreclaimable"))))
        : Optional.empty();
  }

  private static List<ContainerKills> containers(JsonNode sample) {
    List<ContainerKills> each =
        items(sample.path("containers"))
            .map(node -> new ContainerKills(word(node.path("id")), count(node.path("oomKills"))))
            .toList();
    return each.isEmpty()
        ? List.of(
            new ContainerKills(word(sample.path("containerId")), count(sample.path("oomKills"))))
        : each;
  }

  private static List<Instant> times(JsonNode list) {
    return items(list)
        .flatMap(node -> time(node).stream())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static List<AgentAction> actions(JsonNode list) {
    return all(list)
        .flatMap(
            node ->
                time(node.path("time")).stream()
                    .map(
                        time ->
                            new AgentAction(
                                time,
                                word(node.path("action")),
                                word(node.path("reason")),
                                text(node.path("why")))))
        .sorted(Comparator.comparing(AgentAction::time).reversed())
        .limit(MOST_ITEMS)
        .toList();
  }

  private static Optional<WorkerBound> bound(JsonNode bound) {
    OptionalInt workers = number(bound.path("workers"));
    return workers.isPresent() && workers.getAsInt() > 0
        ? Optional.of(new WorkerBound(workers.getAsInt(), text(bound.path("why"))))
        : Optional.empty();
  }

  private static Phase phase(String name) {
    return Arrays.stream(Phase.values())
        .filter(phase -> phase.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(Phase.CALM);
  }

  private static Map<String, Long> counts(JsonNode object) {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (counts.size() < MOST_ITEMS) {
        counts.put(shortened(entry.getKey(), LONGEST_WORD), count(entry.getValue()));
      }
    }
    return counts;
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return all(list).limit(MOST_ITEMS);
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of();
  }

  private static Optional<Instant> time(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> seconds(JsonNode node) {
    double seconds = node.asDouble(-1);
    return node.isNumber() && seconds >= 0 && seconds <= LONGEST_SECONDS
        ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  private static OptionalInt number(JsonNode node) {
    return node.canConvertToInt() && node.asInt() >= 0
        ? OptionalInt.of(node.asInt())
        : OptionalInt.empty();
  }

  private static Bytes bytes(JsonNode node) {
    return new Bytes(count(node));
  }

  private static long count(JsonNode node) {
    return node.isNumber() ? Math.max(0, node.asLong()) : 0;
  }

  private static String word(JsonNode node) {
    return shortened(node.asText(""), LONGEST_WORD);
  }

  private static String text(JsonNode node) {
    return shortened(node.asText(""), LONGEST_TEXT);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
