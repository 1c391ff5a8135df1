package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.sense.KernelKills.OfStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OomTallyTest {
  private static final Optional<String> FIRST = Optional.of("c1");

  private final OomTally tally = new OomTally();

  private long read(Optional<String> id, long counter, double second) {
    return tally.total(id, counter, Duration.ofMillis(Math.round(second * 1000)));
  }

  private static Instant at(double second) {
    return Instant.EPOCH.plusMillis(Math.round(second * 1000));
  }

  @Test
  void theSumGoesOnOverCgroupsAndEachStartIsToldByItself() {
    assertThat(read(FIRST, 0, 0)).isZero();
    assertThat(read(FIRST, 2, 10)).isEqualTo(2);
    tally.closeCgroup();
    assertThat(read(Optional.of("c2"), 0, 20)).isEqualTo(2);
    assertThat(read(Optional.of("c2"), 1, 30)).isEqualTo(3);

    assertThat(tally.told().starts())
        .containsExactly(new OfStart(Optional.of("c2"), 1), new OfStart(FIRST, 2));
  }

  @Test
  void killsWithinTwoSecondsOfEachOtherAreOneEpisode() {
    read(FIRST, 0, 0);
    read(FIRST, 1, 10);
    read(FIRST, 2, 11.5);
    read(FIRST, 3, 13.4);
    read(FIRST, 4, 15.5);

    assertThat(tally.told().episodes()).containsExactly(at(15.5), at(10));
  }

  @Test
  void whatACgroupHadBeforeItWasSeenHasNoTime() {
    assertThat(read(FIRST, 5, 0)).isEqualTo(5);

    assertThat(tally.told().starts()).containsExactly(new OfStart(FIRST, 5));
    assertThat(tally.told().episodes()).isEmpty();
  }

  @Test
  void whatIsToldIsTheSameObjectUntilItChanges() {
    read(FIRST, 0, 0);
    KernelKills told = tally.told();
    read(FIRST, 0, 1);

    assertThat(tally.told()).isSameAs(told);
  }

  @Test
  void fewStartsAndEpisodesAreTold() {
    for (int start = 0; start < 20; start++) {
      read(Optional.of("c" + start), 0, start * 100.0);
      read(Optional.of("c" + start), 1, start * 100.0 + 50);
      tally.closeCgroup();
    }

    assertThat(tally.told().starts()).hasSize(4);
    assertThat(tally.told().episodes()).hasSize(10).startsWith(at(1950));
  }
}
