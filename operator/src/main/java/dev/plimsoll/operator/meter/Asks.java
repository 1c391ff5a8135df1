package dev.plimsoll.operator.meter;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is asked for one budget within a round. The last answer ends it. */
final class Asks {
  private final Followed budget;
  private final List<Runnable> each;
  private final AtomicInteger open;

  Asks(Followed budget, List<Runnable> each) {
    this.budget = budget;
    this.each = List.copyOf(each);
    this.open = new AtomicInteger(each.size());
  }

  Followed budget() {
    return budget;
  }

  List<Runnable> each() {
    return each;
  }

  /** Counts one as answered; true for the last. */
  boolean isLast() {
    return open.decrementAndGet() == 0;
  }
}
