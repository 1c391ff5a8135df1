package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.operator.apply.Notes.Rejection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes our annotations; the inverse of {@link AnnotationReader}. */
final class AnnotationWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnnotationWriter() {}

  /** The annotations that say this; what there is nothing to say of is left out. */
  static Map<String, String> write(Bookkeeping bookkeeping) {
    Map<String, String> annotations = new TreeMap<>();
    bookkeeping
        .applied()
        .ifPresent(applied -> annotations.put(Annotations.APPLIED, json(settings(applied))));
    bookkeeping
        .previous()
        .ifPresent(previous -> annotations.put(Annotations.PREVIOUS, json(settings(previous))));
    if (!bookkeeping.originals().isEmpty()) {
      annotations.put(Annotations.ORIGINALS, json(originals(bookkeeping.originals())));
    }
    Notes notes = bookkeeping.notes();
    notes
        .rejected()
        .ifPresent(rejected -> annotations.put(Annotations.REJECTED, json(rejection(rejected))));
    if (!notes.reverts().isEmpty() || notes.contested().isPresent()) {
      annotations.put(Annotations.REVERTS, json(reverts(notes)));
    }
    Map<String, Object> ladder = LadderText.write(notes.ladder());
    if (!ladder.isEmpty()) {
      annotations.put(Annotations.LADDER, json(ladder));
    }
    return annotations;
  }

  private static Map<String, Object> settings(AppliedSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("budget", settings.budget());
    fields.put("container", settings.container());
    fields.put("hash", settings.hash());
    fields.put("reason", settings.reason());
    fields.put("time", settings.time().toString());
    fields.put("values", settings.values());
    if (!settings.flags().isEmpty()) {
      fields.put("flags", settings.flags());
    }
    settings.agentImage().ifPresent(image -> fields.put("agentImage", image));
    return fields;
  }

  private static Map<String, Map<String, Object>> originals(Map<EnvKey, Original> originals) {
    Map<String, Map<String, Object>> fields = new TreeMap<>();
    originals.forEach(
        (key, original) ->
            fields
                .computeIfAbsent(key.container(), _ -> new TreeMap<>())
                .put(key.variable(), original(original)));
    return fields;
  }

  private static Map<String, Object> original(Original original) {
    Map<String, Object> fields = new LinkedHashMap<>();
    original.value().ifPresent(value -> fields.put("value", value));
    original
        .owner()
        .ifPresent(
            owner -> {
              fields.put("manager", owner.manager());
              fields.put("operation", owner.operation().text());
            });
    return fields;
  }

  private static Map<String, Object> rejection(Rejection rejection) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("hash", rejection.hash());
    fields.put("budgetGeneration", rejection.budgetGeneration());
    fields.put("image", rejection.image());
    fields.put("reason", rejection.reason());
    fields.put("time", rejection.time().toString());
    return fields;
  }

  private static Map<String, Object> reverts(Notes notes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("times", notes.reverts().stream().map(Instant::toString).toList());
    notes.contested().ifPresent(generation -> fields.put("contestedGeneration", generation));
    return fields;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an annotation of text and numbers is always JSON", e);
    }
  }
}
