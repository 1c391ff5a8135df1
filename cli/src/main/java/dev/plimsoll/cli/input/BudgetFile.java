package dev.plimsoll.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetSpec;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A text that holds a MemoryBudget, alone or among other documents. It is read as strictly as the
 * API server reads it: an unknown field or a number in place of text is refused.
 *
 * @param label what messages call the text
 * @param text YAML or JSON
 */
record BudgetFile(String label, String text) {
  private static final String API_VERSION = MemoryBudget.GROUP + "/" + MemoryBudget.VERSION;
  private static final String KIND = "MemoryBudget";

  /**
   * The budget, with what nothing acts on yet.
   *
   * @throws InvalidInput where the text holds none, or one that breaks rules: a line for each
   */
  Resolution.Accepted read() {
    MemoryBudget resource = resource(budgetDocument());
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource))) {
      case Resolution.Accepted accepted -> accepted;
      case Resolution.Refused(List<Violation> violations) ->
          throw new InvalidInput(
              violations.stream()
                  .map(violation -> label + ": " + violation.line())
                  .collect(Collectors.joining("\n")));
    };
  }

  private JsonNode budgetDocument() {
    List<JsonNode> documents = documents();
    List<JsonNode> budgets =
        documents.stream().filter(document -> text(document, "kind").equals(KIND)).toList();
    if (budgets.size() > 1) {
      throw invalid("holds %d budgets: give one at a time".formatted(budgets.size()));
    }
    if (budgets.isEmpty()) {
      String kinds =
          documents.stream()
              .map(document -> text(document, "kind"))
              .filter(kind -> !kind.isEmpty())
              .distinct()
              .collect(Collectors.joining(", "));
      throw invalid(
          kinds.isEmpty()
              ? "kind: is missing: write kind: MemoryBudget"
              : "kind: is %s: give a MemoryBudget".formatted(kinds));
    }
    return budgets.getFirst();
  }

  private List<JsonNode> documents() {
    try {
      return BudgetYaml.documents(text);
    } catch (YAMLException malformed) {
      throw invalid(ReadingFault.ofSyntax(malformed));
    }
  }

  private MemoryBudget resource(JsonNode document) {
    if (!text(document, "apiVersion").equals(API_VERSION)) {
      throw invalid("apiVersion: is not one that is known here: write " + API_VERSION);
    }
    MemoryBudget resource = new MemoryBudget();
    resource.getMetadata().setName(text(document.path("metadata"), "name"));
    resource.setSpec(spec(document.path("spec")));
    return resource;
  }

  private MemoryBudgetSpec spec(JsonNode spec) {
    if (!spec.isObject()) {
      throw invalid("spec: is missing: write what the budget is for, as in examples/");
    }
    try {
      return BudgetYaml.spec(spec);
    } catch (JsonMappingException misread) {
      throw invalid(ReadingFault.ofField(misread));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private InvalidInput invalid(String what) {
    return new InvalidInput(label + ": " + what);
  }
}
