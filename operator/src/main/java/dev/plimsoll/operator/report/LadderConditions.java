package dev.plimsoll.operator.report;

import static dev.plimsoll.operator.report.ConditionState.fails;
import static dev.plimsoll.operator.report.ConditionState.holds;

import dev.plimsoll.core.decide.Extent;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.report.ConditionState.Status;
import dev.plimsoll.operator.report.ConditionState.Type;
import dev.plimsoll.operator.report.HeldBack.Mode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is held back of a plan: what is, why, and what to do. */
public final class LadderConditions {
  private static final String CASCADE = "KillCascade";
  private static final String STILL_KILLED = "StillKilled";

  private LadderConditions() {}

  static List<ConditionState> of(HeldBack held) {
    List<ConditionState> states = new ArrayList<>();
    states.add(braked(held));
    if (held.degrade().isPresent()) {
      states.add(degraded(held));
    }
    return List.copyOf(states);
  }

  /** Those that somebody should look at. */
  static List<Notice> notices(HeldBack held) {
    return of(held).stream()
        .filter(state -> state.status() == Status.TRUE || state.reason().equals(CASCADE))
        .map(state -> Notice.trouble(eventReason(state), state.message()))
        .toList();
  }

  private static String eventReason(ConditionState state) {
    return state.status() == Status.TRUE ? state.type().text() : state.reason();
  }

  private static ConditionState braked(HeldBack held) {
    if (held.ladder().isBraked()) {
      return braked(held, held.ladder().held().orElseThrow());
    }
    return held.alarm().isPresent()
        ? fails(Type.BRAKED, CASCADE, cascade(held))
        : fails(Type.BRAKED, "NoCascade", "There is no cascade of OOM kills: nothing to do.");
  }

  private static ConditionState braked(HeldBack held, Restraint restraint) {
    String since =
        "The smallest plan is set since %s, because %s."
            .formatted(restraint.since().truncatedTo(ChronoUnit.SECONDS), restraint.why());
    return held.alarm().isPresent()
        ? holds(
            Type.BRAKED,
            STILL_KILLED,
            since
                + " Pods are killed nevertheless, and nothing smaller can be planned: raise the memory limit, correct the costs in the budget, or look for what grows in the application.")
        : holds(Type.BRAKED, "OomKills", since + comesBack(held));
  }

  private static String cascade(HeldBack held) {
    return held.mode() == Mode.ADVISED
        ? "Pods are OOM-killed in a cascade, and this mode sets nothing: set spec.mode to Enforce for the smallest plan to be set, or set it yourself, or raise the memory limit."
        : "Pods are OOM-killed in a cascade, and a smaller plan is not in them yet: Applied says what is done, or what holds it.";
  }

  private static String comesBack(HeldBack held) {
    return " The whole plan comes back by itself after %d s without an OOM kill and below the soft line; a change of the limit or of the costs in the budget starts anew."
        .formatted(held.hold().toSeconds());
  }

  private static ConditionState degraded(HeldBack held) {
    return held.ladder()
        .held()
        .flatMap(Restraint::degraded)
        .map(
            degraded ->
                holds(
                    Type.DEGRADED,
                    "SustainedPressure",
                    "The variables of spec.degrade.env (%s) are set since %s, because %s. They are given back after %d s without an OOM kill and below the soft line.%s"
                        .formatted(
                            held.degrade().orElseThrow().env().keySet().stream()
                                .sorted()
                                .collect(Collectors.joining(", ")),
                            degraded.since().truncatedTo(ChronoUnit.SECONDS),
                            degraded.why(),
                            held.hold().toSeconds(),
                            held.respected())))
        .orElseGet(
            () ->
                fails(
                    Type.DEGRADED,
                    "NotDegraded",
                    "The variables of spec.degrade.env are as the workload has them: nothing to do."));
  }

  /** That a plan is reduced, where it is and the brake is not on. */
  public static Optional<Finding> reduced(HeldBack held) {
    return held.ladder()
        .held()
        .filter(
            restraint ->
                restraint.extent() instanceof Extent.Workers
                    || restraint.extent() instanceof Extent.Smallest)
        .map(
            restraint ->
                new Finding(
                    "Reduced",
                    Severity.WARNING,
                    "Less than what fits is planned since %s, because %s.%s"
                        .formatted(
                            restraint.since().truncatedTo(ChronoUnit.SECONDS),
                            restraint.why(),
                            comesBack(held))));
  }
}
