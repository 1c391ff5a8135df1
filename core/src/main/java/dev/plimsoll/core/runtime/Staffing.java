package dev.plimsoll.core.runtime;

/** Whether a server's first process has workers, as far as its command and title tell. */
public sealed interface Staffing {

  /** It has workers, be it none at this moment. */
  record Workers() implements Staffing {}

  /** It serves by itself: its children are the application's own. */
  record Alone() implements Staffing {}

  /** Its command does not tell: it has workers if some of its children are. */
  record WhateverRuns() implements Staffing {}

  /**
   * Its workers cannot be told from its other children.
   *
   * @param why and what to do, for people
   */
  record Unclear(String why) implements Staffing {}
}
