package dev.plimsoll.cli.demo.record;

import java.time.Instant;
import java.util.List;

/** A short recording for tests. */
public final class SampleRecording {
  private static final Terms TERMS = new Terms(1, 10, 10, 100 << 20, 85, 93, 2);

  private SampleRecording() {}

  /** Two kills without the guard, none with it. */
  public static Recording good() {
    return of(side("unguarded", 2, 98, kills()), side("guarded", 0, 100, relief()));
  }

  public static Recording of(Side unguarded, Side guarded) {
    return new Recording(
        Instant.parse("2026-01-02T03:04:05.678Z"), "Linux 6.1, 2 CPUs", TERMS, unguarded, guarded);
  }

  public static Side side(String title, long kills, int completed, List<Mark> marks) {
    return new Side(
        title,
        kills,
        new Requests(100, completed, 0, 100 - completed, 0, 11, 99),
        List.of(
            new MemoryPoint(-100, 10 << 20, 2),
            new MemoryPoint(0, 20 << 20, 2),
            new MemoryPoint(5_000, 95 << 20, 1),
            new MemoryPoint(10_000, 40 << 20, 2)),
        marks);
  }

  private static List<Mark> kills() {
    return List.of(
        new Mark(4_900, Mark.Kind.OOM_KILL, "a request failed"),
        new Mark(9_000, Mark.Kind.OOM_KILL, "a request failed"));
  }

  private static List<Mark> relief() {
    return List.of(
        new Mark(4_000, Mark.Kind.RECYCLE, "worker 7 holds 40Mi & more than <a fresh one>"),
        new Mark(6_000, Mark.Kind.SHED, "only 2 survive"),
        new Mark(7_000, Mark.Kind.GROW, "there is room again"));
  }
}
