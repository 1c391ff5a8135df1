package dev.plimsoll.cli.demo.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void holdsWhereKillsEndAndAsMuchIsAnswered() {
    assertThat(Verdict.of(side(7, "same", 500), side(0, "same", 490)).holds()).isTrue();
  }

  @Test
  void failsWhereFewerAreAnswered() {
    assertThat(Verdict.of(side(7, "same", 500), side(0, "same", 489)).shortfalls())
        .containsExactly("with the budget 97.8 % of the requests answered before were answered");
  }

  @Test
  void failsWhereNothingWasKilledBefore() {
    assertThat(Verdict.of(side(0, "same", 500), side(0, "same", 500)).shortfalls())
        .containsExactly("nothing was killed with the original settings");
  }

  @Test
  void failsWhereSomethingIsStillKilled() {
    assertThat(Verdict.of(side(7, "same", 500), side(1, "same", 500)).shortfalls())
        .containsExactly("1 processes were killed with the budget");
  }

  @Test
  void failsWhereTheTwoRunsCannotBeCompared() {
    assertThat(Verdict.of(side(7, "one", 500), side(0, "other", 500)).holds()).isFalse();
  }

  private static Side side(long kills, String digest, int answered) {
    LoadResult load = new LoadResult(600, digest, answered, 0, 600 - answered, 0, 5, 900);
    return new Side("side", Map.of(), load, kills, Bytes.ofMebi(400));
  }
}
