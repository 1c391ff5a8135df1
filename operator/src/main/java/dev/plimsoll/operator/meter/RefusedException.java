package dev.plimsoll.operator.meter;

/** A source gave no good answer; the message is half a sentence that tells why. */
final class RefusedException extends Exception {
  RefusedException(String why, Throwable cause) {
    super(why, cause);
  }

  RefusedException(String why) {
    super(why);
  }
}
