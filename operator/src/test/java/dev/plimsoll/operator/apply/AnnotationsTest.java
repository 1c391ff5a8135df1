package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.Extent;
import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.apply.FieldOwner.Operation;
import dev.plimsoll.operator.apply.Notes.Rejection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private static final Restraint RESTRAINT =
      new Restraint(
          new Extent.Workers(2),
          "a \"why\"",
          TIME,
          Optional.of(new Restraint.Degraded(TIME, "pressure")),
          new Restraint.Target(Bytes.ofMebi(512), 7, Map.of("workers", 4)));
  private static final Ladder LADDER = new Ladder.Restrained(RESTRAINT, TIME, 3);

  @Test
  void everyLadderIsReadAgain() {
    for (Extent extent :
        List.of(
            new Extent.Whole(),
            new Extent.Workers(1),
            new Extent.Smallest(),
            new Extent.Braked())) {
      Restraint restraint = new Restraint(extent, "", TIME, Optional.empty(), RESTRAINT.target());
      for (Ladder ladder :
          List.of(
              new Ladder.Restrained(restraint, TIME, 0), new Ladder.OnTrial(restraint, TIME, 9))) {
        Bookkeeping books =
            new Bookkeeping(
                Optional.empty(), Optional.empty(), Map.of(), Notes.NONE.withLadder(ladder));

        assertThat(AnnotationReader.of(AnnotationWriter.write(books)).read()).isEqualTo(books);
      }
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Bookkeeping bookkeeping =
        new Bookkeeping(
            Optional.of(settings("web", "2")),
            Optional.of(settings("web", "1")),
            Map.of(
                new EnvKey("web", "A"),
                new Original(
                    Optional.of("\"quoted\" and\nbroken"),
                    Optional.of(new FieldOwner("helm", Operation.APPLY))),
                new EnvKey("web", "B"),
                Original.ABSENT,
                new EnvKey("log", "A"),
                new Original(Optional.of(""), Optional.empty())),
            new Notes(
                Optional.of(new Rejection("abc", 7, "web:1", "2 pods were killed", TIME)),
                List.of(TIME, TIME.plusSeconds(60)),
                OptionalLong.of(7),
                LADDER));

    Map<String, String> written = AnnotationWriter.write(bookkeeping);

    assertThat(written).containsOnlyKeys(Annotations.ALL);
    assertThat(AnnotationReader.of(written).read()).isEqualTo(bookkeeping);
    assertThat(AnnotationWriter.write(AnnotationReader.of(written).read())).isEqualTo(written);
  }

  @Test
  void nothingToSayIsNoAnnotation() {
    Bookkeeping nothing = new Bookkeeping(Optional.empty(), Optional.empty(), Map.of(), Notes.NONE);

    assertThat(AnnotationWriter.write(nothing)).isEmpty();
    assertThat(AnnotationReader.of(Map.of()).read()).isEqualTo(nothing);
  }

  @Test
  void anAnnotationThatMakesNoSenseCountsAsMissing() {
    for (String text :
        List.of("", "{", "[]", "7", "null", "{\"budget\":\"web\"}", "{\"times\":[\"noon\"]}")) {
      Map<String, String> annotations = new LinkedHashMap<>();
      Annotations.ALL.forEach(name -> annotations.put(name, text));

      assertThat(AnnotationReader.of(annotations).read())
          .as(text)
          .isEqualTo(new Bookkeeping(Optional.empty(), Optional.empty(), Map.of(), Notes.NONE));
    }
  }

  private static AppliedSettings settings(String container, String workers) {
    return new AppliedSettings(
        "budget",
        container,
        "0123456789abcdef",
        "Plan",
        TIME,
        Map.of("WEB_CONCURRENCY", workers),
        Map.of("GUNICORN_CMD_ARGS", Map.of("max-requests", "500", "preload", "")),
        Optional.of("agent:" + workers));
  }
}
