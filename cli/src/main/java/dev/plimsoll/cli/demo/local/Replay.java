package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.MemoryPoint;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.Side;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows a recording as if it happened now, some times as fast.
 *
 * @param pace how many seconds of the recording pass in one second
 */
public record Replay(Recording recording, Story story, Screen screen, double pace) {

  /** Shows both sides. */
  public void show() throws InterruptedException {
    show(recording.unguarded());
    show(recording.guarded());
  }

  private void show(Side side) throws InterruptedException {
    story.chapter("Recorded: " + side.title());
    LiveView view = new LiveView(screen, recording.terms());
    long begin = System.nanoTime();
    int told = 0;
    for (MemoryPoint point : side.points()) {
      awaitUntil(begin + (long) (Duration.ofMillis(point.atMillis()).toNanos() / pace));
      while (told < side.marks().size() && side.marks().get(told).atMillis() <= point.atMillis()) {
        view.tell(side.marks().get(told++));
      }
      view.show(now(side, point));
    }
    view.clear();
  }

  private LiveView.Now now(Side side, MemoryPoint point) {
    long length = recording.terms().seconds() * 1000L;
    return new LiveView.Now(
        point,
        before(side, Mark.Kind.OOM_KILL, point),
        before(side, Mark.Kind.RECYCLE, point),
        side.requests().completed() * Math.clamp(point.atMillis(), 0, length) / length);
  }

  private static long before(Side side, Mark.Kind kind, MemoryPoint point) {
    return side.marks().stream()
        .filter(mark -> mark.kind() == kind && mark.atMillis() <= point.atMillis())
        .count();
  }

  private static void awaitUntil(long due) throws InterruptedException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while showing a recording");
      }
    }
  }
}
