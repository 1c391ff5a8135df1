package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.PodPressure.Ask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether the guards in the pods ask for a smaller plan, and for which: two pods or a quarter of
 * them, whichever are more, so that one odd pod does not speak for all; one where there is one.
 *
 * @param extent what is left of the plan
 * @param why for people
 */
public record Reduction(Extent extent, String why) {
  private static final int PODS_THAT_TELL = 2;

  /**
   * What the pods ask for, where it is less than the plan.
   *
   * @param planned the workers that are planned now; empty where the budget does not size them
   * @param least the fewest that may be planned
   */
  public static Optional<Reduction> asked(List<PodPressure> pods, OptionalInt planned, int least) {
    List<PodPressure> staying = PodPressure.staying(pods);
    List<PodPressure> asking =
        staying.stream().filter(pod -> pod.asksFor(Ask.SMALLER_PLAN)).toList();
    int quorum =
        Math.min(staying.size(), Math.max(PODS_THAT_TELL, Math.ceilDiv(staying.size(), 4)));
    if (asking.isEmpty() || asking.size() < quorum) {
      return Optional.empty();
    }
    String who = "%d of %d pods".formatted(asking.size(), staying.size());
    if (planned.isEmpty() || planned.getAsInt() <= least) {
      return Optional.of(
          new Reduction(
              new Extent.Smallest(), who + " cannot hold the plan, and workers cannot be fewer"));
    }
    int bound = Math.max(least, bound(asking, quorum, planned.getAsInt()));
    return bound < planned.getAsInt()
        ? Optional.of(
            new Reduction(
                new Extent.Workers(bound),
                "%s survive with at most %d workers of the %d planned"
                    .formatted(who, bound, planned.getAsInt())))
        : Optional.empty();
  }

  /**
   * The largest number that a quorum asks to stay within; a guard that names none wants one less.
   */
  private static int bound(List<PodPressure> asking, int quorum, int planned) {
    return asking.stream()
        .mapToInt(pod -> pod.workerBound().orElse(planned - 1))
        .sorted()
        .skip(quorum - 1L)
        .findFirst()
        .orElseThrow();
  }
}
