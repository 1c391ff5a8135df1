package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Bytes;

/** Amounts of memory as Kubernetes quantities. */
final class QuantityText {
  private static final long MEBI = 1L << 20;

  private QuantityText() {}

  /** An amount to look at, to the mebibyte. */
  static String rounded(Bytes amount) {
    return (amount.count() + MEBI / 2) / MEBI + "Mi";
  }

  /** An amount to be set as a limit: whole mebibytes, never less than it is. */
  static String roundedUp(Bytes amount) {
    return Math.ceilDiv(amount.count(), MEBI) + "Mi";
  }
}
