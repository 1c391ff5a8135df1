package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.EvictionChoice.Evict;
import dev.plimsoll.core.decide.EvictionChoice.Held;
import dev.plimsoll.core.decide.EvictionChoice.Nothing;
import dev.plimsoll.core.decide.PodPressure.Ask;
import dev.plimsoll.core.decide.PodPressure.Presence;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvictionChoiceTest {

  private static List<PodPressure> pods(int asking, int calm, int starting) {
    List<PodPressure> pods = new ArrayList<>();
    for (int i = 0; i < asking; i++) {
      pods.add(Pods.asking("asking" + i, Ask.NEW_POD));
    }
    for (int i = 0; i < calm; i++) {
      pods.add(Pods.calm("calm" + i));
    }
    for (int i = 0; i < starting; i++) {
      pods.add(Pods.with(Pods.calm("starting" + i), Presence.NOT_READY));
    }
    return pods;
  }

  @Test
  void onePodOfTwoIsEvicted() {
    assertThat(EvictionChoice.among(pods(1, 1, 0), 2)).isEqualTo(new Evict(List.of("asking0")));
  }

  @Test
  void theLastThatServesStays() {
    assertThat(EvictionChoice.among(pods(1, 0, 0), 1)).isInstanceOf(Held.class);
    assertThat(EvictionChoice.among(pods(1, 0, 1), 2)).isInstanceOf(Held.class);
  }

  @Test
  void aTenthGoesAtATimeAndTheNextOnceItIsReplaced() {
    assertThat(EvictionChoice.among(pods(5, 25, 0), 30))
        .isEqualTo(new Evict(List.of("asking0", "asking1", "asking2")));
    assertThat(EvictionChoice.among(pods(5, 23, 2), 30)).isEqualTo(new Evict(List.of("asking0")));
    assertThat(EvictionChoice.among(pods(5, 22, 3), 30)).isInstanceOf(Held.class);
  }

  @Test
  void whereHalfOfThreeOrMoreAskThePlanIsWrongAndNotThePods() {
    assertThat(EvictionChoice.among(pods(2, 1, 0), 3)).isInstanceOf(Held.class);
    assertThat(EvictionChoice.among(pods(1, 2, 0), 3)).isInstanceOf(Evict.class);
  }

  @Test
  void nobodyAsksForNothing() {
    assertThat(EvictionChoice.among(pods(0, 3, 0), 3)).isInstanceOf(Nothing.class);
  }

  @Property
  void somePodAlwaysServesAndNeverMoreThanATenthIsMissing(
      @ForAll @IntRange(max = 40) int asking,
      @ForAll @IntRange(max = 40) int calm,
      @ForAll @IntRange(max = 5) int starting) {
    int replicas = asking + calm + starting;

    if (EvictionChoice.among(pods(asking, calm, starting), replicas)
        instanceof Evict(List<String> pods)) {
      int left = asking + calm - pods.size();
      assertThat(left).isPositive();
      assertThat(replicas - left).isLessThanOrEqualTo(Math.max(1, replicas / 10));
    }
  }
}
