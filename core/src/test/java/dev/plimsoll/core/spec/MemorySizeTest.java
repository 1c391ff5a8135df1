package dev.plimsoll.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  /** Expected values as Kubernetes' own resource.Quantity reads them. */
  @ParameterizedTest
  @CsvSource({
    "512Mi, 536870912",
    "1.5Gi, 1610612736",
    "2G, 2000000000",
    "100Ki, 102400",
    "123456, 123456",
    "0, 0",
    "1e3, 1000",
    "1E3, 1000",
    "1E, 1000000000000000000",
    "12e6, 12000000",
    "5e-1, 1",
    "+64Mi, 67108864",
    "-0, 0",
    ".5Gi, 536870912",
    "5.Mi, 5242880",
    "400m, 1",
    "1500m, 2",
    "1u, 1",
    "0.1Ki, 103",
    "7k, 7000",
    "9223372036854775807, 9223372036854775807"
  })
  void readsWhatKubernetesReads(String text, long bytes) {
    assertThat(MemorySize.parse(text).toOptional()).contains(new Bytes(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Mi",
        "512 Mi",
        " 512Mi",
        "512MB",
        "512mi",
        "512K",
        "1Gi1",
        "0x10",
        "1,5Gi",
        "NaN",
        "1e",
        "1e1000",
        "-1Mi",
        "9223372036854775808",
        "8Ei",
        "1e400",
        "१Mi",
        "512Mi\n",
        "--1",
        "."
      })
  void refusesTheRestInOneLine(String text) {
    assertThat(MemorySize.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class,
            malformed -> {
              assertThat(malformed.problem()).isNotBlank().doesNotContain("\n");
              assertThat(malformed.remedy()).contains("512Mi");
            });
  }

  @Property
  void readsBackWhatItWrites(@ForAll @LongRange(min = 0) long count) {
    Bytes amount = new Bytes(count);
    assertThat(MemorySize.parse(MemorySize.format(amount)).toOptional()).contains(amount);
  }

  @Property
  void answersAnyText(@ForAll @StringLength(max = 60) String text) {
    assertThat(MemorySize.parse(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"536870912, 512Mi", "1610612736, 1536Mi", "1000, 1000", "0, 0", "1024, 1Ki"})
  void writesTheLargestUnitThatLeavesNoFraction(long bytes, String text) {
    assertThat(MemorySize.format(new Bytes(bytes))).isEqualTo(text);
  }
}
