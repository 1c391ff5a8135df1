package dev.plimsoll.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuAmountTest {

  @ParameterizedTest
  @CsvSource({"2, 2", "1.5, 2", "0.1, 1", "500m, 1", "1001m, 2", "2000m, 2", "64.000, 64"})
  void countsWholeCpusRoundedUp(String text, int cpus) {
    assertThat(CpuAmount.wholeCpus(text)).hasValue(cpus);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0m", "-1", "two", "1.", "1e3", "9999999999m", "1 "})
  void refusesWhatIsNoNumberOfCpus(String text) {
    assertThat(CpuAmount.wholeCpus(text)).isEmpty();
  }
}
