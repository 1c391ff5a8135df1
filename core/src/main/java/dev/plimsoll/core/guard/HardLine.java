package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.TimeToLimit;
import java.time.Duration;
import java.util.Optional;

/** Above the hard line: recycles at once, else sheds while memory rises, else asks for help. */
record HardLine() implements Rule {
  /** Memory that meets the limit later than this leaves time for the operator. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @Override
  public Finding look(Situation situation) {
    if (!situation.isDanger() || !situation.isSettled()) {
      return Finding.nothing();
    }
    Finding recycle =
        situation.isFreshAboveShare() && situation.count() > 1
            ? Recycling.futile(situation).and(Attribution.of(situation))
            : Attribution.isTheWorkers(situation) ? recycle(situation) : Attribution.of(situation);
    return recycle.orElse(() -> shed(situation));
  }

  private static Finding recycle(Situation situation) {
    Optional<WorkerTrack> victim = VictimChooser.largest(situation);
    return victim
        .map(
            worker ->
                Recycling.forMemory(
                    situation,
                    worker,
                    RecycleReason.HARD,
                    "the container is at %s, above its hard line; worker %d holds %s above a fresh one"
                        .formatted(
                            situation.levels().percent(),
                            worker.id().pid(),
                            situation.excess(worker))))
        .orElseGet(() -> Attribution.of(situation));
  }

  private static Finding shed(Situation situation) {
    boolean soon =
        TimeToLimit.of(situation.unreclaimable(), situation.levels().limit(), situation.slope())
            .filter(time -> time.compareTo(SOON) < 0)
            .isPresent();
    if (!soon) {
      return Finding.nothing();
    }
    return situation.count() < 2
        ? NoRemedy.inPod(situation, "has one worker, which recycling does not help")
        : Shedding.shed(
            situation,
            Action.ShedReason.HARD,
            situation.count() - 1,
            "the container is at %s and rising, and no recycle helps: %d workers do not fit"
                .formatted(situation.levels().percent(), situation.count()));
  }
}
