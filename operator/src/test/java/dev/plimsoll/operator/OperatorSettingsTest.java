package dev.plimsoll.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.operator.OperatorSettings.InvalidSettingException;
import dev.plimsoll.operator.OperatorSettings.Leadership;
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
        .isEqualTo(new OperatorSettings(Set.of(), 2, Leadership.ELECTED, Optional.empty(), 8080));
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
                    "PLIMSOLL_MANAGEMENT_PORT", "0")))
        .isEqualTo(
            new OperatorSettings(
                Set.of("shop", "web"), 5, Leadership.ALONE, Optional.of("plimsoll-system"), 0));
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
        "PLIMSOLL_MANAGEMENT_PORT,65536,'from 0 to 65535'"
      })
  void aValueThatCannotBeIsNamedWithTheRemedy(String variable, String value, String remedy) {
    assertThatThrownBy(() -> OperatorSettings.from(Map.of(variable, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(variable + " is \"")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("\n");
  }
}
