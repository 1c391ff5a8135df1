package dev.plimsoll.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationSyntaxTest {

  @ParameterizedTest
  @CsvSource({
    "15m, PT15M",
    "1h30m, PT1H30M",
    "65s, PT65S",
    "0s, PT0S",
    "1h5s, PT1H5S",
    "90m, PT90M"
  })
  void readsHoursMinutesAndSeconds(String text, Duration duration) {
    assertThat(DurationSyntax.parse(text).toOptional()).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "15", "m", "1d", "1.5h", "500ms", "5 m", "30m1h", "-5m", "9999999999s"})
  void refusesTheRestWithAnExample(String text) {
    assertThat(DurationSyntax.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class, malformed -> assertThat(malformed.remedy()).contains("1h30m"));
  }

  @Property
  void readsBackWhatItWrites(@ForAll @LongRange(min = 0, max = 100_000_000) long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    assertThat(DurationSyntax.parse(DurationSyntax.format(duration)).toOptional())
        .contains(duration);
  }
}
