package dev.plimsoll.core.guard;

/**
 * Something that holds now and that people or the operator should know.
 *
 * @param message what is, why, and what to do
 */
public record Remark(Reason reason, String message) {

  /** Names that the API shows. */
  public enum Reason {
    /** What is above the soft line is not the workers': the master has grown. */
    MASTER_GROWTH("MasterGrowth"),
    /** What is above the soft line is shared: tmpfs, shared memory. */
    SHARED_MEMORY("SharedMemory"),
    /** Recycling gives nothing back; the guard has stopped. */
    FUTILE("Futile"),
    /** Only a smaller plan helps; the operator is asked for it. */
    PLAN_TOO_LARGE("PlanTooLarge"),
    /** Only a new pod helps. */
    NEW_POD_NEEDED("NewPodNeeded"),
    /** The successor's boot would not fit beside the others. */
    SUCCESSOR_DOES_NOT_FIT("SuccessorDoesNotFit"),
    /** What would help is not among the allowed actions, or the server has no signal for it. */
    ACTION_NOT_AVAILABLE("ActionNotAvailable"),
    /** No process of the named server is running here. */
    UNRECOGNISED("ServerNotRecognised"),
    /** A worker died, and the kernel did not kill it for memory. */
    WORKER_TIMEOUT_NOT_OOM("WorkerTimeoutNotOom"),
    /** One kill took the whole container. */
    GROUP_KILL("GroupKill"),
    /** The agent may not see or signal the application's processes. */
    UID_MISMATCH("UidMismatch"),
    /** The server runs another number of workers than planned. */
    SHADOWED("Shadowed");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The name that conditions and events use. */
    public String text() {
      return text;
    }
  }
}
