package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.MemoryPoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Keeps the view current while a side runs, until it is closed. */
final class LiveFeed implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final LiveView view;
  private final Watch watch;
  private final Relief relief;
  private final StopWatch time;
  private final AtomicLong answered;
  private final Thread thread;
  private int told;

  private LiveFeed(LiveView view, Watch watch, Relief relief, StopWatch time, AtomicLong answered) {
    this.view = view;
    this.watch = watch;
    this.relief = relief;
    this.time = time;
    this.answered = answered;
    this.thread = Thread.ofPlatform().name("view").daemon().unstarted(this::feed);
  }

  static LiveFeed start(
      LiveView view, Watch watch, Relief relief, StopWatch time, AtomicLong answered) {
    LiveFeed feed = new LiveFeed(view, watch, relief, time, answered);
    feed.thread.start();
    return feed;
  }

  private void feed() {
    while (!Thread.interrupted()) {
      update();
      LockSupport.parkNanos(PERIOD.toNanos());
    }
    update();
    view.clear();
  }

  private void update() {
    List<Mark> marks = relief.marks(time);
    marks.subList(Math.min(told, marks.size()), marks.size()).forEach(view::tell);
    told = marks.size();
    watch.last().ifPresent(point -> view.show(now(point, marks)));
  }

  private LiveView.Now now(MemoryPoint point, List<Mark> marks) {
    long recycles = marks.stream().filter(mark -> mark.kind() == Mark.Kind.RECYCLE).count();
    return new LiveView.Now(point, watch.oomKills(), recycles, answered.get());
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
