package dev.plimsoll.core.guard;

/** Numbers spread evenly over identities, and the same for the same one on every machine. */
final class IdentityHash {
  private IdentityHash() {}

  /** 0 to below 1. */
  static double share(String identity) {
    return mixed(identity) / (double) (1L << 32);
  }

  /** 0 to below {@code count}. */
  static int slot(String identity, int count) {
    return (int) (mixed(identity) % count);
  }

  /** The text's hash with its bits stirred: those of like texts differ in few of them. */
  private static long mixed(String identity) {
    int hash = identity.hashCode();
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return Integer.toUnsignedLong(hash ^ (hash >>> 16));
  }
}
