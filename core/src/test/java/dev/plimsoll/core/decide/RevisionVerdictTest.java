package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.RevisionEvidence.Change;
import dev.plimsoll.core.decide.RevisionEvidence.Progress;
import dev.plimsoll.core.decide.RevisionEvidence.Sight;
import dev.plimsoll.core.decide.RevisionEvidence.Size;
import dev.plimsoll.core.decide.RevisionVerdict.Accepted;
import dev.plimsoll.core.decide.RevisionVerdict.Failure;
import dev.plimsoll.core.decide.RevisionVerdict.Pending;
import dev.plimsoll.core.decide.RevisionVerdict.Undo;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionVerdictTest {
  private static final Duration PROBATION = Duration.ofMinutes(15);
  private static final KillCount CALM = new KillCount(0, Duration.ofHours(1));

  private static RevisionVerdict of(
      Change change, Progress progress, int minutes, int crashLooping, int crashLoopingBefore) {
    return RevisionVerdict.of(
        new RevisionEvidence(
            change,
            Size.NOT_LARGER,
            Sight.ALIKE,
            progress,
            Duration.ofMinutes(minutes),
            crashLooping,
            crashLoopingBefore,
            CALM,
            CALM),
        PROBATION);
  }

  private static RevisionVerdict withKills(KillCount kills, KillCount before) {
    return withKills(Size.LARGER, Progress.DONE, kills, before);
  }

  private static RevisionVerdict withKills(
      Size size, Progress progress, KillCount kills, KillCount before) {
    return withKills(size, Sight.ALIKE, progress, kills, before);
  }

  private static RevisionVerdict withKills(
      Size size, Sight sight, Progress progress, KillCount kills, KillCount before) {
    return RevisionVerdict.of(
        new RevisionEvidence(
            Change.OURS_ALONE, size, sight, progress, Duration.ofMinutes(10), 0, 0, kills, before),
        PROBATION);
  }

  @ParameterizedTest
  @EnumSource(Progress.class)
  void whatTheUserChangedTooIsTheUsersToJudge(Progress progress) {
    assertThat(of(Change.USERS_TOO, progress, 1, 3, 0)).isEqualTo(new Accepted());
  }

  @Test
  void aRolloutThatDoesNotFinishIsTakenBackHoweverOld() {
    assertThat(of(Change.OURS_ALONE, Progress.FAILED, 60, 0, 0))
        .isEqualTo(new Undo(Failure.PROGRESS_DEADLINE_EXCEEDED));
  }

  @Test
  void aNewCrashLoopIsTakenBack() {
    assertThat(of(Change.OURS_ALONE, Progress.RUNNING, 2, 1, 0))
        .isEqualTo(new Undo(Failure.CRASH_LOOP));
  }

  @Test
  void aCrashLoopThatWasThereBeforeIsNotOurs() {
    assertThat(of(Change.OURS_ALONE, Progress.RUNNING, 2, 1, 2)).isEqualTo(new Pending());
  }

  @Test
  void aRevisionStaysOnceItHasStoodItsProbation() {
    assertThat(of(Change.OURS_ALONE, Progress.DONE, 14, 0, 0)).isEqualTo(new Pending());
    assertThat(of(Change.OURS_ALONE, Progress.DONE, 15, 2, 0)).isEqualTo(new Accepted());
    assertThat(of(Change.OURS_ALONE, Progress.RUNNING, 60, 0, 0)).isEqualTo(new Pending());
  }

  @Test
  void oneKillDecidesNothing() {
    assertThat(withKills(new KillCount(1, Duration.ofMinutes(10)), CALM)).isEqualTo(new Pending());
  }

  @Test
  void moreKillsThanBeforeAreTakenBack() {
    assertThat(withKills(new KillCount(2, Duration.ofMinutes(10)), CALM))
        .isEqualTo(new Undo(Failure.MORE_KILLS));
    assertThat(
            withKills(
                new KillCount(9, Duration.ofMinutes(30)), new KillCount(6, Duration.ofHours(2))))
        .isEqualTo(new Undo(Failure.MORE_KILLS));
  }

  @Test
  void whereTheSmallerPlanIsKilledAsTheLargerWasToGoBackEndsNothing() {
    KillCount kills = new KillCount(9, Duration.ofMinutes(30));
    KillCount before = new KillCount(6, Duration.ofHours(2));

    assertThat(withKills(Size.NOT_LARGER, Progress.DONE, kills, before)).isEqualTo(new Pending());
    assertThat(withKills(Size.NOT_LARGER, Progress.FAILED, kills, before)).isEqualTo(new Pending());
    assertThat(withKills(Size.NOT_LARGER, Progress.FAILED, kills, CALM))
        .isEqualTo(new Undo(Failure.PROGRESS_DEADLINE_EXCEEDED));
  }

  @Test
  void killsThatOnlyAnAgentSeesAreNoNewsOfASmallerPlan() {
    KillCount kills = new KillCount(9, Duration.ofMinutes(30));

    assertThat(withKills(Size.NOT_LARGER, Sight.UNLIKE, Progress.DONE, kills, CALM))
        .isEqualTo(new Pending());
    assertThat(withKills(Size.NOT_LARGER, Sight.ALIKE, Progress.DONE, kills, CALM))
        .isEqualTo(new Undo(Failure.MORE_KILLS));
    assertThat(withKills(Size.LARGER, Sight.UNLIKE, Progress.DONE, kills, CALM))
        .isEqualTo(new Undo(Failure.MORE_KILLS));
  }

  @Test
  void asManyKillsAsBeforeAreNot() {
    assertThat(
            withKills(
                new KillCount(3, Duration.ofMinutes(30)), new KillCount(12, Duration.ofHours(2))))
        .isEqualTo(new Pending());
  }

  @Test
  void killsInNoTimeDecideNothing() {
    assertThat(withKills(new KillCount(5, Duration.ZERO), CALM)).isEqualTo(new Pending());
  }

  @Test
  void withNothingToCompareWithTheBrakeDecides() {
    assertThat(withKills(new KillCount(5, Duration.ofMinutes(10)), new KillCount(0, Duration.ZERO)))
        .isEqualTo(new Pending());
  }
}
