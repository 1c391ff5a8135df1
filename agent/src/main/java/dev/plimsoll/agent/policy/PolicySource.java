package dev.plimsoll.agent.policy;

/** Tells which policy holds. */
@FunctionalInterface
public interface PolicySource {

  /**
   * The policy for the next decisions; asked at every tick.
   *
   * @param now of {@link System#nanoTime}
   */
  PolicyInForce at(long now);
}
