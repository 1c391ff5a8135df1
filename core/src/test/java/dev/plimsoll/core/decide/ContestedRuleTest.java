package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContestedRuleTest {
  private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");

  private static RevertHistory revertedAt(int... minutes) {
    RevertHistory history = RevertHistory.NONE;
    for (int minute : minutes) {
      history = revertedAgain(history, minute, 1);
    }
    return history;
  }

  private static RevertHistory revertedAgain(RevertHistory history, int minute, long generation) {
    return ContestedRule.afterRevert(history, START.plus(Duration.ofMinutes(minute)), generation);
  }

  @Test
  void handsAreOffAfterTheThirdRevertInAnHour() {
    assertThat(ContestedRule.isContested(revertedAt(0, 30), 1)).isFalse();
    assertThat(ContestedRule.isContested(revertedAt(0, 30, 59), 1)).isTrue();
    assertThat(ContestedRule.isContested(revertedAt(0, 30, 60), 1)).isFalse();
  }

  @Test
  void handsStayOffUntilTheSpecChanges() {
    RevertHistory hoursLater = revertedAgain(revertedAt(0, 1, 2), 600, 1);

    assertThat(ContestedRule.isContested(hoursLater, 1)).isTrue();
    assertThat(ContestedRule.isContested(hoursLater, 2)).isFalse();
  }

  @Test
  void aChangedSpecIsANewTryWithThreeRevertsOfItsOwn() {
    RevertHistory once = revertedAgain(revertedAt(0, 1, 2), 3, 2);
    RevertHistory twice = revertedAgain(once, 4, 2);
    RevertHistory thrice = revertedAgain(twice, 5, 2);

    assertThat(ContestedRule.isContested(twice, 2)).isFalse();
    assertThat(ContestedRule.isContested(thrice, 2)).isTrue();
  }

  @Property
  void fewerThanThreeInAnyHourNeverContest(
      @ForAll @Size(max = 12) List<@IntRange(min = 30, max = 500) Integer> gaps) {
    RevertHistory history = RevertHistory.NONE;
    int minute = 0;
    for (int gap : gaps) {
      minute += gap;
      history = revertedAgain(history, minute, 1);
      assertThat(history.reverts()).hasSizeLessThanOrEqualTo(3);
    }
    assertThat(ContestedRule.isContested(history, 1)).isFalse();
  }
}
