package dev.plimsoll.core.decide;

/** How much of what fits the limit may be planned, after pods have shown what they bear. */
public sealed interface Extent {

  /** All of it. */
  record Whole() implements Extent {}

  /**
   * So many workers and no more.
   *
   * @param most at least 1
   */
  record Workers(int most) implements Extent {}

  /** The smallest plan, because the guards in the pods asked for it. */
  record Smallest() implements Extent {}

  /** The smallest plan, against a cascade of OOM kills. */
  record Braked() implements Extent {}
}
