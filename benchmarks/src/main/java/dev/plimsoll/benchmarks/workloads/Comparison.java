package dev.plimsoll.benchmarks.workloads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One workload's runs side by side.
 *
 * @param maxRequests the best of them; empty where none was run
 */
record Comparison(Workload workload, Trial nothing, Optional<Trial> maxRequests, Trial guarded) {
  private static final Duration IN_TIME = Duration.ofSeconds(15);

  /** The sketch's own work differed by six hundredths where nothing was done at all. */
  private static final double NOISE = 0.01;

  /** The one with the fewest kills; of those that do about as much work, the fewest boots. */
  static Optional<Trial> best(List<Trial> trials) {
    int kills = trials.stream().mapToInt(Trial::kills).min().orElse(0);
    double most =
        trials.stream()
            .filter(trial -> trial.kills() == kills)
            .mapToInt(trial -> trial.load().completed())
            .max()
            .orElse(0);
    return trials.stream()
        .filter(trial -> trial.kills() == kills)
        .filter(trial -> trial.load().completed() >= most * (1 - NOISE))
        .min(Comparator.comparingInt(Trial::boots));
  }

  /** In what the guard is worse than it has to be; empty where in nothing. */
  List<String> shortcomings() {
    List<String> found = new ArrayList<>();
    Sketch.Row sketch = workload.sketch().guard();
    if (guarded.kills() > sketch.kills()) {
      found.add("%d kills, the sketch had %d".formatted(guarded.kills(), sketch.kills()));
    }
    sketch
        .boots()
        .ifPresent(
            boots -> {
              if (guarded.boots() > boots) {
                found.add("%d boots, the sketch had %d".formatted(guarded.boots(), boots));
              }
            });
    double work = guarded.workBeside(nothing);
    if (work < leastWork()) {
      found.add("work %.3f, at least %.3f was due".formatted(work, leastWork()));
    }
    switch (workload.demand()) {
      case SPOTLESS -> {
        if (guarded.failed() > 0) {
          found.add(guarded.failed() + " requests failed, none may");
        }
      }
      case OVER_IN_TIME -> {
        if (guarded.quietAfter().compareTo(IN_TIME) > 0) {
          found.add("the last kill came after " + guarded.quietAfter().toSeconds() + " s");
        }
      }
      case AS_THE_SKETCH -> {}
    }
    return found;
  }

  /** What the sketch had, but no more than there was to do. */
  private double leastWork() {
    double all = (double) Rig.due() / Math.max(1, nothing.load().completed());
    return Math.min(workload.sketch().guard().work(), all) - NOISE;
  }
}
