package dev.plimsoll.cli.demo.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What scripts want to know; the content of summary.json.
 *
 * @param source live or recorded
 * @param shown whether the demonstration showed what it is to show
 * @param shortfalls what it did not
 * @param completedRatio completed requests, guarded by unguarded
 */
public record Summary(
    String source,
    Instant recordedAt,
    String machine,
    boolean shown,
    List<String> shortfalls,
    double completedRatio,
    Terms terms,
    Figures unguarded,
    Figures guarded) {

  /** One side. */
  public record Figures(
      long oomKills,
      long recycles,
      long sheds,
      int offeredRequests,
      int completedRequests,
      int refusedRequests,
      int failedRequests,
      int timedOutRequests,
      long p50Millis,
      long p99Millis,
      long peakBytes) {

    static Figures of(Side side) {
      Requests requests = side.requests();
      return new Figures(
          side.oomKills(),
          side.count(Mark.Kind.RECYCLE),
          side.count(Mark.Kind.SHED),
          requests.offered(),
          requests.completed(),
          requests.refused(),
          requests.failed(),
          requests.timedOut(),
          requests.p50Millis(),
          requests.p99Millis(),
          side.peak().count());
    }
  }

  public static Summary of(Recording recording, Origin origin) {
    Comparison comparison = Comparison.of(recording);
    return new Summary(
        origin.name().toLowerCase(Locale.ROOT),
        recording.recordedAt(),
        recording.machine(),
        comparison.holds(),
        comparison.shortfalls(),
        comparison.completedRatio(),
        recording.terms(),
        Figures.of(recording.unguarded()),
        Figures.of(recording.guarded()));
  }
}
