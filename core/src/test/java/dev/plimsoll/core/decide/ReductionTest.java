package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.PodPressure.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReductionTest {
  private static final OptionalInt FOUR = OptionalInt.of(4);

  private static Optional<Extent> extent(List<PodPressure> pods, OptionalInt planned) {
    return Reduction.asked(pods, planned, 1).map(Reduction::extent);
  }

  private static List<PodPressure> pods(int calm, PodPressure... asking) {
    List<PodPressure> pods = new ArrayList<>(List.of(asking));
    IntStream.range(0, calm).forEach(i -> pods.add(Pods.calm("calm" + i)));
    return pods;
  }

  @Test
  void theOnlyPodSpeaksForItself() {
    assertThat(extent(pods(0, Pods.bound("a", 2)), FOUR)).hasValue(new Extent.Workers(2));
    assertThat(extent(pods(0), FOUR)).isEmpty();
  }

  @Test
  void twoPodsOrAQuarterOfThemSpeakForAll() {
    assertThat(extent(pods(1, Pods.bound("a", 2)), FOUR)).isEmpty();
    assertThat(extent(pods(5, Pods.bound("a", 2), Pods.bound("b", 3)), FOUR))
        .hasValue(new Extent.Workers(3));
    assertThat(extent(pods(7, Pods.bound("a", 2), Pods.bound("b", 3)), FOUR)).isEmpty();
    assertThat(extent(pods(7, Pods.bound("a", 1), Pods.bound("b", 2), Pods.bound("c", 3)), FOUR))
        .hasValue(new Extent.Workers(3));
  }

  @Test
  void aGuardThatNamesNoNumberAsksForOneLess() {
    assertThat(extent(pods(0, Pods.asking("a", Ask.SMALLER_PLAN)), FOUR))
        .hasValue(new Extent.Workers(3));
  }

  @Test
  void whereWorkersCannotBeFewerTheRestShrinks() {
    assertThat(extent(pods(0, Pods.bound("a", 1)), OptionalInt.of(1)))
        .hasValue(new Extent.Smallest());
    assertThat(extent(pods(0, Pods.bound("a", 1)), OptionalInt.empty()))
        .hasValue(new Extent.Smallest());
  }

  @Test
  void aBoundThatThePlanKeepsAlreadyAsksForNothing() {
    assertThat(extent(pods(0, Pods.bound("a", 4)), FOUR)).isEmpty();
  }

  @Property
  void aReductionIsLessThanThePlanAndWithinWhatAQuorumAsks(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 9) Integer> bounds,
      @ForAll @IntRange(max = 30) int calm,
      @ForAll @IntRange(min = 2, max = 9) int planned,
      @ForAll @IntRange(min = 1, max = 2) int least) {
    PodPressure[] asking =
        IntStream.range(0, bounds.size())
            .mapToObj(i -> Pods.bound("asking" + i, bounds.get(i)))
            .toArray(PodPressure[]::new);

    Reduction.asked(pods(calm, asking), OptionalInt.of(planned), least)
        .ifPresent(
            reduction -> {
              if (reduction.extent() instanceof Extent.Workers(int most)) {
                assertThat(most).isGreaterThanOrEqualTo(least).isLessThan(planned);
                assertThat(bounds.stream().filter(bound -> bound <= most).count())
                    .isGreaterThanOrEqualTo(Math.min(2, Math.ceilDiv(bounds.size() + calm, 4)));
              } else {
                assertThat(planned).isLessThanOrEqualTo(least);
              }
            });
  }
}
