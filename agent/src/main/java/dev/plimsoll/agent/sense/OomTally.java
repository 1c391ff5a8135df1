package dev.plimsoll.agent.sense;

/** Kills by the kernel over all cgroups that one container has had: a new cgroup counts from 0. */
final class OomTally {
  private long ofEarlier;
  private long ofPresent;

  /** Takes the present cgroup's counter. */
  long total(long counter) {
    ofPresent = Math.max(ofPresent, counter);
    return ofEarlier + ofPresent;
  }

  /** The cgroup is gone; its last counter stays in the sum. */
  void closeCgroup() {
    ofEarlier += ofPresent;
    ofPresent = 0;
  }
}
