package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Bytes;

/** Amounts of memory as Kubernetes quantities. */
final class QuantityText {
  private static final long MEBI = 1L << 20;

  private QuantityText() {}

  /** An amount to be set as a limit: whole mebibytes, never less than it is. */
  static String roundedUp(Bytes amount) {
    return Math.ceilDiv(amount.count(), MEBI) + "Mi";
  }
}
