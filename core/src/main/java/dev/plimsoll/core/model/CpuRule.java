package dev.plimsoll.core.model;

/**
 * A bound on a knob that grows with the CPUs of the container: {@code perCore * ceil(cpus) + plus}.
 *
 * @param perCore units per whole core, zero or more
 * @param plus units beside, zero or more
 */
public record CpuRule(int perCore, int plus) {

  /**
   * The bound.
   *
   * @param cpus the container's CPU limit or request rounded up, at least 1
   */
  public int boundAt(int cpus) {
    return Math.addExact(Math.multiplyExact(perCore, cpus), plus);
  }
}
