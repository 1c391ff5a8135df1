package dev.plimsoll.cli.demo.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.cli.demo.record.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the report of {@code plimsoll run} tells, which is kept current while it runs.
 *
 * @param report the file
 */
record ReportedRelief(Path report) implements Relief {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Mark> marks(StopWatch time) {
    if (!Files.exists(report)) {
      return List.of();
    }
    try {
      List<Mark> marks = new ArrayList<>();
      for (JsonNode action : JSON.readTree(report.toFile()).path("actions")) {
        marks.add(
            new Mark(
                time.at(Instant.parse(action.path("time").asText())),
                kind(action.path("action").asText()),
                action.path("why").asText()));
      }
      return marks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mark.Kind kind(String action) {
    return switch (action) {
      case "recycle" -> Mark.Kind.RECYCLE;
      case "shed" -> Mark.Kind.SHED;
      case "grow" -> Mark.Kind.GROW;
      case "kill" -> Mark.Kind.AGENT_KILL;
      default -> throw new IllegalArgumentException("the guard reports a " + action);
    };
  }
}
