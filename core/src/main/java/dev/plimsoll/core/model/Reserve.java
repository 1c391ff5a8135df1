package dev.plimsoll.core.model;

/** What a plan leaves free below the limit, for bursts that no watcher is fast enough to stop. */
public sealed interface Reserve {

  /** The reserve at a given limit. */
  Bytes at(Bytes limit);

  /** A fixed amount. */
  record Fixed(Bytes amount) implements Reserve {
    @Override
    public Bytes at(Bytes limit) {
      return amount;
    }
  }

  /**
   * A share of the limit.
   *
   * @param percent 0 to 100
   */
  record Share(double percent) implements Reserve {
    @Override
    public Bytes at(Bytes limit) {
      return limit.percent(percent);
    }
  }
}
