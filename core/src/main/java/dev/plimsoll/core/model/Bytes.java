package dev.plimsoll.core.model;

/**
 * An amount of memory.
 *
 * @param count bytes, zero or more
 */
public record Bytes(long count) implements Comparable<Bytes> {
  public static final Bytes ZERO = new Bytes(0);

  private static final long MEBI = 1L << 20;

  public Bytes {
    if (count < 0) {
      throw new IllegalArgumentException("an amount of memory cannot be negative: " + count);
    }
  }

  public static Bytes ofMebi(long mebibytes) {
    return new Bytes(Math.multiplyExact(mebibytes, MEBI));
  }

  public Bytes plus(Bytes other) {
    return new Bytes(Math.addExact(count, other.count));
  }

  /** The difference, or zero where {@code other} is the larger. */
  public Bytes minusOrZero(Bytes other) {
    return new Bytes(Math.max(0, count - other.count));
  }

  public Bytes times(long factor) {
    return new Bytes(Math.multiplyExact(count, factor));
  }

  /**
   * This share of the amount, rounded down.
   *
   * @param percent 0 to 100
   */
  public Bytes percent(double percent) {
    return new Bytes((long) (count * (percent / 100)));
  }

  public Bytes min(Bytes other) {
    return count <= other.count ? this : other;
  }

  public boolean isMoreThan(Bytes other) {
    return count > other.count;
  }

  @Override
  public int compareTo(Bytes other) {
    return Long.compare(count, other.count);
  }

  /** For people: whole or tenths of the largest fitting binary unit, such as 395Mi or 1.5Gi. */
  @Override
  public String toString() {
    String[] units = {"", "Ki", "Mi", "Gi", "Ti"};
    int unit = 0;
    double amount = count;
    while (amount >= 1024 && unit < units.length - 1) {
      amount /= 1024;
      unit++;
    }
    double tenths = Math.round(amount * 10) / 10.0;
    return (tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths))
        + units[unit];
  }
}
