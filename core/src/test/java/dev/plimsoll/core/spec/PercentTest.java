package dev.plimsoll.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "20%, 20, 20%",
    "12.5%, 12.5, 12.5%",
    "0%, 0, 0%",
    "99.99%, 99.99, 99.99%",
    "007%, 7, 7%"
  })
  void readsAndWritesShares(String text, double value, String written) {
    Percent percent = Percent.parse(text).toOptional().orElseThrow();

    assertThat(percent.value()).isEqualTo(value);
    assertThat(percent).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "20", "100%", "101%", "-1%", "20 %", "1e1%", "0.001%", "20%%"})
  void refusesTheRestWithAnExample(String text) {
    assertThat(Percent.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class, malformed -> assertThat(malformed.remedy()).contains("20%"));
  }
}
