package dev.plimsoll.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.operator.inject.PolicyStore;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The chart's values, their schema, their table and the operator's settings say the same. */
class ChartTest {
  private static final Path CHART = Path.of("../charts/plimsoll");

  private static String text(String file) throws IOException {
    return Files.readString(CHART.resolve(file));
  }

  private static JsonNode schema() throws IOException {
    return Serialization.unmarshal(text("values.schema.json"), JsonNode.class);
  }

  private static JsonNode values() throws IOException {
    return Serialization.unmarshal(text("values.yaml"), JsonNode.class);
  }

  @Test
  void theTableOfTheReadmeIsThatOfTheSchema() throws IOException {
    StringBuilder table = new StringBuilder("| value | default | means |\n|---|---|---|\n");
    addRows(table, "", schema(), values());

    assertThat(text("README.md")).contains("<!-- values -->\n" + table + "<!-- end of values -->");
  }

  private static void addRows(
      StringBuilder table, String prefix, JsonNode schema, JsonNode defaults) {
    for (var property : schema.get("properties").properties()) {
      String name = prefix + property.getKey();
      JsonNode value = defaults.path(property.getKey());
      if (property.getValue().has("properties")) {
        addRows(table, name + ".", property.getValue(), value);
      } else if (!value.isMissingNode()) {
        table.append(
            "| `%s` | `%s` | %s |\n"
                .formatted(name, value, property.getValue().get("description").asText()));
      }
    }
  }

  @Test
  void everyValueHasASchemaThatRefusesOthers() throws IOException {
    assertClosed(schema(), values());
  }

  private static void assertClosed(JsonNode schema, JsonNode defaults) {
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
    for (var value : defaults.properties()) {
      JsonNode property = schema.get("properties").get(value.getKey());
      assertThat(property).as("schema of %s", value.getKey()).isNotNull();
      if (property.has("properties")) {
        assertClosed(property, value.getValue());
      }
    }
  }

  @Test
  void theDeploymentGivesTheOperatorEverySettingThatItReads() throws IOException {
    Set<String> given =
        Pattern.compile("PLIMSOLL_\\w+")
            .matcher(text("templates/deployment.yaml"))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(given)
        .containsExactlyInAnyOrder(
            OperatorSettings.NAMESPACES,
            OperatorSettings.MAX_CONCURRENT_ROLLOUTS,
            OperatorSettings.LEADER_ELECTION,
            OperatorSettings.LEASE_NAMESPACE,
            OperatorSettings.MANAGEMENT_PORT,
            OperatorSettings.AGENT_IMAGE,
            OperatorSettings.AGENT_PULL_POLICY,
            OperatorSettings.AGENT_RESOURCES);
  }

  @Test
  void theOperatorAsksForNothingThatReachesFurther() throws IOException {
    assertThat(rules()).doesNotContain("secrets", "pods/exec", "nodes/proxy", "\"*\"", "escalate");
  }

  @Test
  void theOnlyConfigMapThatItReadsAndChangesIsItsOwn() throws IOException {
    List<String> ofConfigMaps =
        Arrays.stream(rules().split("(?m)^- "))
            .filter(rule -> rule.contains("configmaps"))
            .toList();

    assertThat(ofConfigMaps).hasSize(2);
    assertThat(ofConfigMaps)
        .filteredOn(rule -> !rule.contains("verbs: [create]"))
        .singleElement()
        .asString()
        .contains("resourceNames: [" + PolicyStore.NAME + "]");
  }

  private static String rules() throws IOException {
    return text("templates/_helpers.tpl").replaceAll("(?s)\\{\\{- /\\*.*?\\*/ -}}", "");
  }
}
