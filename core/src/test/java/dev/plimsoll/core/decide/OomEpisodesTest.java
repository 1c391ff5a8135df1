package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OomEpisodesTest {
  private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void killsOfOnePodWithinTwoSecondsAreOneEpisode() {
    OomEpisodes episodes =
        OomEpisodes.NONE
            .with("a", T)
            .with("a", T.plusMillis(1900))
            .with("a", T.plusMillis(2100))
            .with("b", T.plusMillis(100));

    assertThat(episodes.byPod().get("a")).containsExactly(T, T.plusMillis(2100));
    assertThat(episodes.total()).isEqualTo(3);
    assertThat(episodes.mostOfOnePod()).isEqualTo(2);
    assertThat(episodes.pods()).isEqualTo(2);
  }

  @Test
  void theSameKillToldTwiceAndLateIsOneEpisode() {
    OomEpisodes told = OomEpisodes.NONE.with("a", T).with("a", T.plusSeconds(60)).with("a", T);

    assertThat(told.total()).isEqualTo(2);
  }

  @Test
  void theyAreNarrowedByTimeAndByPod() {
    OomEpisodes episodes = OomEpisodes.NONE.with("a", T).with("b", T.plusSeconds(60));

    assertThat(episodes.since(T.plusSeconds(1)).byPod()).containsOnlyKeys("b");
    assertThat(episodes.of(Set.of("a")).byPod()).containsOnlyKeys("a");
    assertThat(episodes.since(T).total()).isEqualTo(2);
  }
}
