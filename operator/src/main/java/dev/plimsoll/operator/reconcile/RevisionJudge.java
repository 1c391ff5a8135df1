package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RevisionEvidence;
import dev.plimsoll.core.decide.RevisionEvidence.Sight;
import dev.plimsoll.core.decide.RevisionVerdict;
import dev.plimsoll.operator.act.KillLedger;
import dev.plimsoll.operator.act.RevisionChange;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.observe.CrashLoops;
import dev.plimsoll.operator.observe.PodCache;
import dev.plimsoll.operator.observe.RevisionReader.Pair;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges the revision that our last change made, where it shows trouble. */
final class RevisionJudge {
  /** A revision that fails later fails for another reason than our change. */
  private static final Duration PROBATION = Duration.ofMinutes(10);

  private final Function<Workload, Optional<Pair>> lastTwo;
  private final KillLedger kills;

  /**
   * A judge.
   *
   * @param lastTwo reads a workload's last two revisions
   */
  RevisionJudge(Function<Workload, Optional<Pair>> lastTwo, KillLedger kills) {
    this.lastTwo = lastTwo;
    this.kills = kills;
  }

  /** How it failed, where it is to be taken back. */
  Optional<RevisionVerdict.Failure> failure(Situation situation) {
    return situation
        .books()
        .applied()
        .filter(applied -> isOpenToJudgement(applied, situation))
        .filter(applied -> showsTrouble(situation))
        .flatMap(applied -> judge(applied, situation));
  }

  /** An undo is not undone: what it brought back is the user's, or had worked before. */
  private static boolean isOpenToJudgement(AppliedSettings applied, Situation situation) {
    boolean isUndo =
        situation
            .books()
            .notes()
            .rejected()
            .map(Notes.Rejection::time)
            .filter(applied.time()::equals)
            .isPresent();
    boolean isRecent = applied.time().plus(PROBATION).isAfter(situation.now());
    boolean isDone = situation.workload().rollout().progress() == Progress.DONE;
    return !isUndo && (isRecent || !isDone);
  }

  /** What costs no request: most revisions show none, and their history is not read. */
  private boolean showsTrouble(Situation situation) {
    return situation.workload().rollout().progress() == Progress.FAILED
        || !CrashLoops.podsIn(situation.target().pods(), situation.target().container().getName())
            .isEmpty()
        || kills.of(situation.uid()) > 0;
  }

  private Optional<RevisionVerdict.Failure> judge(AppliedSettings applied, Situation situation) {
    return lastTwo
        .apply(situation.workload())
        .map(pair -> RevisionVerdict.of(evidence(pair, applied, situation), PROBATION))
        .flatMap(
            verdict ->
                verdict instanceof RevisionVerdict.Undo(RevisionVerdict.Failure failure)
                    ? Optional.of(failure)
                    : Optional.empty());
  }

  private RevisionEvidence evidence(Pair pair, AppliedSettings applied, Situation situation) {
    String newest = pair.newest().hash();
    CrashLoops loops =
        CrashLoops.of(situation.target().pods(), situation.target().container().getName(), newest);
    return new RevisionEvidence(
        RevisionChange.between(
            pair.before().template(),
            pair.newest().template(),
            applied.container(),
            ours(applied, situation)),
        PlanSize.between(situation, pair.before().template(), pair.newest().template()),
        hasAgent(pair.before().template()) == hasAgent(pair.newest().template())
            ? Sight.ALIKE
            : Sight.UNLIKE,
        progress(situation.workload().rollout().progress()),
        Duration.between(applied.time(), situation.now()),
        loops.ofNewest(),
        loops.ofOthers(),
        kills.of(situation.uid(), newest),
        kills.besides(situation.uid(), newest));
  }

  private static boolean hasAgent(PodTemplateSpec template) {
    return template.getSpec().getInitContainers().stream()
        .anyMatch(container -> PodCache.AGENT.equals(container.getName()));
  }

  /** The variables that we have set, now or before. */
  private static Set<String> ours(AppliedSettings applied, Situation situation) {
    Set<String> variables = new HashSet<>(applied.values().keySet());
    situation
        .books()
        .previous()
        .ifPresent(previous -> variables.addAll(previous.values().keySet()));
    return variables;
  }

  private static RevisionEvidence.Progress progress(Progress progress) {
    return switch (progress) {
      case RUNNING -> RevisionEvidence.Progress.RUNNING;
      case DONE -> RevisionEvidence.Progress.DONE;
      case FAILED -> RevisionEvidence.Progress.FAILED;
    };
  }
}
