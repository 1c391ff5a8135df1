package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KillCountPropertiesTest {

  @Property
  void aLowerRateIsNeverMore(
      @ForAll @IntRange(max = 200) int kills,
      @ForAll @IntRange(max = 200) int before,
      @ForAll @IntRange(min = 1, max = 6000) int minutes,
      @ForAll @IntRange(min = 1, max = 6000) int minutesBefore) {
    Assume.that((double) kills / minutes <= (double) before / minutesBefore);

    assertThat(count(kills, minutes).isMoreThan(count(before, minutesBefore))).isFalse();
  }

  @Property
  void oneMoreKillNeverTurnsMoreIntoNotMore(
      @ForAll @IntRange(max = 60) int kills,
      @ForAll @IntRange(max = 60) int before,
      @ForAll @IntRange(min = 1, max = 600) int minutes,
      @ForAll @IntRange(min = 1, max = 600) int minutesBefore) {
    KillCount earlier = count(before, minutesBefore);
    Assume.that(count(kills, minutes).isMoreThan(earlier));

    assertThat(count(kills + 1, minutes).isMoreThan(earlier)).isTrue();
  }

  private static KillCount count(int kills, int minutes) {
    return new KillCount(kills, Duration.ofMinutes(minutes));
  }
}
