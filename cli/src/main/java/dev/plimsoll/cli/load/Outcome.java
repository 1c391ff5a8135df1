package dev.plimsoll.cli.load;

/** What became of a request. */
public enum Outcome {
  /** Answered in full with a status below 400. */
  COMPLETED,
  /** Answered with 503, or the connection was not accepted. */
  REFUSED,
  /** Answered with another error, or the connection broke before the answer was whole. */
  FAILED,
  /** Not answered while the client waited. */
  TIMED_OUT
}
