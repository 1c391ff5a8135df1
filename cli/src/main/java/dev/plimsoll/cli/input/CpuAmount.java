package dev.plimsoll.cli.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** CPUs as Kubernetes writes them: 2, 1.5, 500m. */
final class CpuAmount {
  private static final Pattern SYNTAX = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?|\\d{1,9}m");

  private CpuAmount() {}

  /** Whole CPUs, rounded up; empty where the text is none, or none at all. */
  static OptionalInt wholeCpus(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      return OptionalInt.empty();
    }
    BigDecimal cpus =
        text.endsWith("m")
            ? new BigDecimal(text.substring(0, text.length() - 1)).scaleByPowerOfTen(-3)
            : new BigDecimal(text);
    int whole = cpus.setScale(0, RoundingMode.UP).intValueExact();
    return whole == 0 ? OptionalInt.empty() : OptionalInt.of(whole);
  }
}
