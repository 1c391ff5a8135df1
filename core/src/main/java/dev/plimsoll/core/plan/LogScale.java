package dev.plimsoll.core.plan;

/**
 * Natural logarithms as whole numbers of a small fixed fraction, so that sums of them do not depend
 * on the order of adding.
 *
 * <p>The logarithm of a number is the sum of those of its prime factors. Two settings whose
 * weighted products of units are equal therefore have exactly equal worth, and a tie is seen as
 * one: 2 x 6 is worth 3 x 4. Settings that differ are told apart down to about 1e-12.
 *
 * <p>No units at all are worth less than any sum of other units could make up for: the limit of
 * ln(x) for x towards 0.
 */
final class LogScale {
  /** Above ln of the most units that an int counts, 21.49. */
  private static final int MOST_LN = 22;

  private static final int MOST_FRACTION_BITS = 44;
  private static final int SUM_BITS = 62;
  private static final int MOST_KNOWN = 1 << 12;

  private final double one;
  private final long none;
  private final long[] known = new long[MOST_KNOWN];

  /**
   * A scale on which no sum overflows.
   *
   * @param totalWeight the weights of all knobs together, at least 1
   */
  LogScale(long totalWeight) {
    double mostSum = (double) MOST_LN * totalWeight * totalWeight;
    int fractionBits = Math.min(MOST_FRACTION_BITS, SUM_BITS - 1 - Math.getExponent(mostSum));
    this.one = Math.scalb(1.0, fractionBits);
    this.none = -(long) (one * MOST_LN * totalWeight);
  }

  /** What a logarithm of 1 is on this scale. */
  double one() {
    return one;
  }

  /** The logarithm of the units that a knob has under its parent. */
  long ln(int parentValue, int value) {
    return parentValue == 0 || value == 0 ? none : ln(parentValue) + ln(value);
  }

  private long ln(int number) {
    if (number >= known.length) {
      return sumOverPrimes(number);
    }
    if (known[number] == 0) {
      known[number] = sumOverPrimes(number);
    }
    return known[number];
  }

  private long sumOverPrimes(int number) {
    long sum = 0;
    int rest = number;
    for (int prime = 2; (long) prime * prime <= rest; prime++) {
      while (rest % prime == 0) {
        sum += Math.round(Math.log(prime) * one);
        rest /= prime;
      }
    }
    return rest == 1 ? sum : sum + Math.round(Math.log(rest) * one);
  }
}
