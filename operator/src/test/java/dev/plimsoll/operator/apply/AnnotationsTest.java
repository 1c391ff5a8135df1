package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

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
                OptionalLong.of(7)));

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
