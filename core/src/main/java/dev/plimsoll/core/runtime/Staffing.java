package dev.plimsoll.core.runtime;

import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;

/** Whether a server's first process has workers, as far as its command and title tell. */
public sealed interface Staffing {

  /**
   * It has workers, be it none at this moment.
   *
   * @param model what signals do to them, by this version and with these settings
   */
  record Workers(MasterAndWorkers model) implements Staffing {}

  /** It serves by itself: its children are the application's own. */
  record Alone() implements Staffing {}

  /**
   * Its command does not tell: it has workers if some of its children are.
   *
   * @param model what signals do to them then
   */
  record WhateverRuns(MasterAndWorkers model) implements Staffing {}

  /**
   * Its workers cannot be told from its other children.
   *
   * @param why and what to do, for people
   */
  record Unclear(String why) implements Staffing {}
}
