package dev.plimsoll.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.operator.OperatorSettings.InvalidSettingException;
import dev.plimsoll.operator.OperatorSettings.Leadership;
import dev.plimsoll.operator.inject.AgentSettings;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSettingsTest {

  @Test
  void nothingSetMeansTheWholeClusterTwoRolloutsAndALease() {
    assertThat(OperatorSettings.from(Map.of("PLIMSOLL_NAMESPACES", " ")))
        .isEqualTo(
            new OperatorSettings(
                Set.of(), 2, Leadership.ELECTED, Optional.empty(), 8080, AgentSettings.DEFAULT));
  }

  @Test
  void everySettingIsRead() {
    assertThat(
            OperatorSettings.from(
                Map.of(
                    "PLIMSOLL_NAMESPACES", "shop, web",
                    "PLIMSOLL_MAX_CONCURRENT_ROLLOUTS", "5",
                    "PLIMSOLL_LEADER_ELECTION", "false",
                    "PLIMSOLL_LEASE_NAMESPACE", "plimsoll-system",
                    "PLIMSOLL_MANAGEMENT_PORT", "0",
                    "PLIMSOLL_AGENT_IMAGE", "images.example/agent@sha256:0",
                    "PLIMSOLL_AGENT_PULL_POLICY", "Never",
                    "PLIMSOLL_AGENT_RESOURCES", "{\"limits\":{\"memory\":\"80Mi\"}}")))
        .isEqualTo(
            new OperatorSettings(
                Set.of("shop", "web"),
                5,
                Leadership.ALONE,
                Optional.of("plimsoll-system"),
                0,
                new AgentSettings(
                    "images.example/agent@sha256:0",
                    "Never",
                    new ResourceRequirementsBuilder()
                        .addToLimits("memory", new Quantity("80Mi"))
                        .build())));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "PLIMSOLL_NAMESPACES,'a,,b','namespace names'",
        "PLIMSOLL_NAMESPACES,Web,'namespace names'",
        "PLIMSOLL_MAX_CONCURRENT_ROLLOUTS,0,'from 1 to 1000'",
        "PLIMSOLL_MAX_CONCURRENT_ROLLOUTS,two,'from 1 to 1000'",
        "PLIMSOLL_LEADER_ELECTION,yes,'true or false'",
        "PLIMSOLL_LEASE_NAMESPACE,a_b,'namespace names'",
        "PLIMSOLL_MANAGEMENT_PORT,65536,'from 0 to 65535'",
        "PLIMSOLL_AGENT_RESOURCES,{,'a JSON object'"
      })
  void aValueThatCannotBeIsNamedWithTheRemedy(String variable, String value, String remedy) {
    assertThatThrownBy(() -> OperatorSettings.from(Map.of(variable, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(variable + " is \"")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("\n");
  }
}
