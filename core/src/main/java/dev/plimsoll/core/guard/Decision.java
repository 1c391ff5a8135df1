package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what the rules find into one step: at most one action, and what it starts. */
final class Decision {
  private Decision() {}

  static GuardStep in(Situation situation, List<Rule> rules) {
    Finding finding =
        switch (situation.course().pending()) {
          case Pending.Draining draining -> DrainRule.look(situation, draining);
          case Pending.Nothing _ -> firstOf(rules, situation);
          case Pending.Killing _, Pending.Shedding _, Pending.Growing _ -> Finding.nothing();
        };
    Phase phase = situation.phase();
    Course course = course(situation, finding, phase);
    return new GuardStep(
        new GuardState(seen(situation, finding), course),
        phase,
        finding.action().isPresent() ? List.of(finding.action().get()) : List.of(),
        remarks(situation, finding, course),
        situation.forecast(),
        course.bound());
  }

  private static List<Remark> remarks(Situation situation, Finding finding, Course course) {
    Optional<SuspectedTimeout> timeout = situation.seen().timeout();
    Optional<Remark> shadowed = shadowed(situation, course);
    boolean closed = course.brake().isClosed();
    if (timeout.isEmpty() && shadowed.isEmpty() && !closed) {
      return finding.remarks();
    }
    List<Remark> remarks = new ArrayList<>(finding.remarks());
    timeout.map(SuspectedTimeout::remark).ifPresent(remarks::add);
    if (closed && remarks.stream().noneMatch(Decision::isFutile)) {
      remarks.addAll(Recycling.futile(situation).remarks());
    }
    shadowed.ifPresent(remarks::add);
    return remarks;
  }

  private static Finding firstOf(List<Rule> rules, Situation situation) {
    Finding all = Finding.nothing();
    for (Rule rule : rules) {
      if (all.action().isPresent()) {
        return all;
      }
      all = all.and(rule.look(situation));
    }
    return all;
  }

  private static boolean isFutile(Remark remark) {
    return remark.reason() == Remark.Reason.FUTILE;
  }

  private static Course course(Situation situation, Finding finding, Phase phase) {
    Course course = situation.course();
    if (course.pending() instanceof Pending.Draining draining) {
      course = course.with(DrainRule.shortened(situation, draining), course.settle());
    }
    FutilityBrake brake = finding.brake().orElse(course.brake()).with(situation.at(), phase);
    course = brake == course.brake() ? course : course.with(brake);
    if (finding.bound().isPresent()) {
      course = course.with(finding.bound().get());
    }
    return finding.action().isPresent() ? asked(situation, course, finding.action().get()) : course;
  }

  private static Course asked(Situation situation, Course course, Action action) {
    Duration at = situation.at();
    int crew = situation.count();
    Pending pending =
        switch (action) {
          case Action.Recycle recycle ->
              new Pending.Draining(
                  recycle.victim(), recycle.reason(), at, at.plus(recycle.drain()), crew);
          case Action.Kill kill ->
              new Pending.Killing(
                  kill.victim(),
                  at,
                  course.pending() instanceof Pending.Draining draining ? draining.crew() : crew);
          case Action.Shed _ -> new Pending.Shedding(at, crew);
          case Action.Grow _ -> new Pending.Growing(at, crew);
        };
    Optional<Extra> extra =
        switch (action) {
          case Action.Grow _ -> Optional.of(Extra.WAITING);
          case Action.Shed shed when shed.reason() == Action.ShedReason.GROWN -> Optional.empty();
          case Action.Shed _, Action.Recycle _, Action.Kill _ -> course.extra();
        };
    return course.with(pending, course.settle()).with(extra);
  }

  /** Young kills have been answered by a shed; beside workers at rest the baseline is learned. */
  private static Seen seen(Situation situation, Finding finding) {
    Seen seen = situation.seen();
    if (finding.action().isPresent() && finding.action().get() instanceof Action.Shed) {
      return seen.withoutYoungKills();
    }
    Bytes shared = situation.shared();
    return situation.isSettled() && situation.count() > 0
        ? seen.withBaseline(situation.masterPrivate(), shared)
        : seen;
  }

  private static Optional<Remark> shadowed(Situation situation, Course course) {
    int planned = situation.policy().plannedWorkers().orElse(situation.count());
    boolean ours = course.bound().isPresent() || course.extra().isPresent();
    boolean forLong = !situation.seen().trends().minutes().closed().isEmpty();
    return situation.isSettled() && forLong && !ours && planned != situation.count()
        ? Optional.of(
            new Remark(
                Remark.Reason.SHADOWED,
                "the plan has %d workers and %d run: something stronger than the plan's variable sets their number; look at the command line and the configuration file"
                    .formatted(planned, situation.count())))
        : Optional.empty();
  }
}
