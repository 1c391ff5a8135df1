package dev.plimsoll.core.runtime;

/**
 * Some signals.
 *
 * @param bits as the kernel keeps them: the lowest one stands for signal 1
 */
public record SignalSet(long bits) {

  /**
   * Reads what {@code /proc/PID/status} writes, such as {@code 0000000008085e83}.
   *
   * @throws NumberFormatException where that is no set of signals
   */
  public static SignalSet parse(String hexadecimal) {
    return new SignalSet(Long.parseUnsignedLong(hexadecimal, 16));
  }

  boolean has(Signal signal) {
    return (bits >>> signal.number() - 1 & 1) == 1;
  }
}
