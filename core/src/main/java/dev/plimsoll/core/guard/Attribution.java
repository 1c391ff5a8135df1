package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/** Whose the memory above the soft line is. */
final class Attribution {
  private Attribution() {}

  /** Only what workers hold above a fresh one comes back by recycling: at least half, else not. */
  static boolean isTheWorkers(Situation situation) {
    return !isTooLittle(situation, situation.excess());
  }

  /** Says whose it is where it is not the workers'. */
  static Finding of(Situation situation) {
    Baseline baseline = situation.seen().baseline();
    Bytes master = baseline.masterGrowth(situation.masterPrivate());
    Bytes shared = baseline.sharedGrowth(situation.shared());
    boolean mostlyMaster = master.isMoreThan(shared);
    if (!isTooLittle(situation, mostlyMaster ? master : shared)) {
      return mostlyMaster
          ? Finding.of(
              Remark.Reason.MASTER_GROWTH,
              "the container is at %s, and the master has grown by %s: recycling workers does not give that back; look at what the master does, or restart the pod"
                  .formatted(situation.levels().percent(), master))
          : Finding.of(
              Remark.Reason.SHARED_MEMORY,
              "the container is at %s, and %s more of it is shared or in tmpfs: recycling workers does not give that back; look at /dev/shm and memory-backed volumes"
                  .formatted(situation.levels().percent(), shared));
    }
    int fitting = situation.fitting(situation.levels().soft(), Bytes.ZERO);
    String why =
        "the container is at %s with workers that are nearly fresh (%s each)"
            .formatted(situation.levels().percent(), situation.fresh());
    Finding tooLarge =
        Finding.of(
            Remark.Reason.PLAN_TOO_LARGE,
            why + ": recycling cannot help, the plan needs fewer workers or a larger limit");
    return fitting < situation.count()
        ? tooLarge.with(new GuardStep.WorkerBound(fitting, why))
        : tooLarge;
  }

  /** Less than half of what is above the soft line. */
  private static boolean isTooLittle(Situation situation, Bytes part) {
    return situation.levels().aboveSoft().isMoreThan(part.times(2));
  }
}
