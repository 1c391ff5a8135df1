package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What wakes a budget, and what does not. */
class NewsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final AgentRemark GROWTH = new AgentRemark("MasterGrowth", "The master grows.");

  private static Samples holding(long mebi) {
    return Samples.of("a", NOW)
        .withMemory(Bytes.ofMebi(500), Bytes.ofMebi(mebi), Bytes.ofMebi(mebi), Bytes.ofMebi(mebi));
  }

  private static Metering metering(Samples sample) {
    return Samples.metering(List.of(sample.build()));
  }

  private final News first = News.NONE.after(metering(holding(200)), NOW);

  private boolean wakes(Samples sample, int seconds) {
    return first.after(metering(sample), NOW.plusSeconds(seconds)) != first;
  }

  @Test
  void theFirstRoundWakesAndTheSameAgainDoesNot() {
    assertThat(first).isNotSameAs(News.NONE);
    assertThat(wakes(holding(200), 3600)).isFalse();
  }

  @Test
  void whatIsActedOnWakesAtOnce() {
    assertThat(wakes(holding(200).withContainers(new ContainerKills("c", 1)), 1)).isTrue();
    assertThat(wakes(holding(200).remarking(GROWTH), 1)).isTrue();
    assertThat(wakes(holding(200).in(Phase.DANGER), 1)).isTrue();
    assertThat(wakes(holding(200).boundTo(2, "bursts"), 1)).isTrue();
    assertThat(wakes(holding(200).in(Phase.WATCH), 1)).isFalse();
  }

  @Test
  void aStepOfUseWakesWithinHalfAMinuteAndLessThanAStepNever() {
    assertThat(wakes(holding(215), 29)).isFalse();
    assertThat(wakes(holding(215), 30)).isTrue();
    assertThat(wakes(holding(205), 3600)).isFalse();
  }

  @Test
  void aRemarkThatComesAndGoesWakesOnceInHalfAMinute() {
    News news = first;
    int woken = 0;
    for (int second = 2; second < 60; second += 2) {
      Samples sample = second % 4 == 0 ? holding(200) : holding(200).remarking(GROWTH);
      News next = news.after(metering(sample), NOW.plusSeconds(second));
      woken += next == news ? 0 : 1;
      news = next;
    }

    assertThat(woken).isBetween(1, 3);
  }
}
