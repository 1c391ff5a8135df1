package dev.plimsoll.cli.document;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.spec.MemorySize;

/** A limit to advise: whole mebibytes, and never less than what is needed. */
public final class RoundedUp {
  private static final long MEBI = Bytes.ofMebi(1).count();

  private RoundedUp() {}

  /** The limit as a quantity that can be written into a manifest. */
  public static String of(Bytes limit) {
    return MemorySize.format(Bytes.ofMebi(Math.ceilDiv(limit.count(), MEBI)));
  }
}
