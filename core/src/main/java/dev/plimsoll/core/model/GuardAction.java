package dev.plimsoll.core.model;

/** What the guard may do, mildest first. */
public enum GuardAction {
  RECYCLE_WORKER("RecycleWorker"),
  SHED_WORKER("ShedWorker"),
  REDUCE_PLAN("ReducePlan"),
  EVICT_POD("EvictPod");

  private final String text;

  GuardAction(String text) {
    this.text = text;
  }

  /** The name that the API uses. */
  public String text() {
    return text;
  }
}
