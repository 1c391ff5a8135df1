package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Bytes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory as Kubernetes writes it: 512Mi, 1.5Gi, 2G, 1e9, or a plain number of bytes. As in
 * Kubernetes a fraction of a byte counts as a whole one.
 */
public final class MemorySize {
  private static final int LONGEST = 32;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final Pattern SYNTAX =
      Pattern.compile(
          "([+-]?)(\\d+\\.?\\d*|\\.\\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\\d{1,3}))?");

  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  private static final Map<String, Integer> DECIMAL_EXPONENTS =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

  private MemorySize() {}

  /** Reads a quantity of memory. */
  public static Parsed<Bytes> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return malformed(text, Rule.NOT_A_QUANTITY.problem());
    }
    BigDecimal bytes =
        new BigDecimal(matcher.group(2)).multiply(factor(matcher)).setScale(0, RoundingMode.UP);
    if (matcher.group(1).equals("-") && bytes.signum() > 0) {
      return malformed(text, "is negative");
    }
    return bytes.compareTo(MOST) > 0
        ? malformed(text, "is more memory than a computer can address")
        : new Parsed.Value<>(new Bytes(bytes.longValueExact()));
  }

  /** The shortest exact way to write an amount without a fraction: 1536Mi, 1000. */
  public static String format(Bytes amount) {
    long count = amount.count();
    int unit = 0;
    while (count != 0 && count % 1024 == 0 && unit < BINARY.size()) {
      count /= 1024;
      unit++;
    }
    return count + (unit == 0 ? "" : BINARY.get(unit - 1));
  }

  private static BigDecimal factor(Matcher matcher) {
    if (matcher.group(3) != null) {
      return BigDecimal.valueOf(1024).pow(BINARY.indexOf(matcher.group(3)) + 1);
    }
    if (matcher.group(4) != null) {
      return BigDecimal.ONE.scaleByPowerOfTen(DECIMAL_EXPONENTS.get(matcher.group(4)));
    }
    return matcher.group(5) == null
        ? BigDecimal.ONE
        : BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(matcher.group(5)));
  }

  private static Parsed<Bytes> malformed(String text, String problem) {
    return new Parsed.Malformed<>(
        problem + " (" + Quoted.of(text) + ")", Rule.NOT_A_QUANTITY.remedy());
  }
}
