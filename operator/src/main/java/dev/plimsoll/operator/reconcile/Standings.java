package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.apply.Claim;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a plan has got, in words: what is, why, and what to do. */
final class Standings {
  private Standings() {}

  static Standing notEnforced(Situation situation) {
    String mode = situation.budget().mode().text();
    return new Standing(
        Grade.NOT_ASKED,
        mode,
        "spec.mode is %s, so nothing is written to %s.%s%s To have the plan set, put Enforce there."
            .formatted(
                mode,
                situation.workload().ref(),
                situation
                    .planning()
                    .plan()
                    .map(plan -> " It plans " + knobs(plan.values()) + ".")
                    .orElse(""),
                runsNow(situation)));
  }

  /** What the workload may take as it is, where every knob's value is known. */
  private static String runsNow(Situation situation) {
    Map<String, Integer> effective = situation.planning().effective();
    boolean isKnown =
        situation.budget().knobs().stream().allMatch(knob -> effective.containsKey(knob.name()));
    if (!isKnown) {
      return "";
    }
    Bytes peak = situation.planning().costOf(effective);
    Bytes limit = situation.planning().limit().amount();
    String verdict =
        peak.isMoreThan(limit)
            ? ", more than its limit of %s: it is killed when all of it is in use.".formatted(limit)
            : " of its limit of %s.".formatted(limit);
    return " It runs %s now, which takes %s at its peak%s"
        .formatted(knobs(effective), peak, verdict);
  }

  static Standing doesNotFit(Situation situation) {
    return new Standing(
        Grade.HELD,
        "DoesNotFit",
        "No plan fits the limit, so the workload stays as it is: see Feasible."
            + beside(situation));
  }

  static Standing contested(Situation situation) {
    return new Standing(
        Grade.HELD,
        "Contested",
        "Deploys of %s have set our values back three times within an hour, so they stay as the deploys have them. Take the variables out of the manifest, or set conflicts: Respect; any change of the budget's spec starts anew."
            .formatted(situation.workload().ref()));
  }

  static Standing rolledBack(Notes.Rejection rejection) {
    return new Standing(
        Grade.HELD,
        "RolledBack",
        "The plan was tried at %s and taken back, because %s. It is not tried again until the budget's spec or the container's image changes: look at the logs of the pods that failed, and correct max, or the variable that the application does not take."
            .formatted(rejection.time().truncatedTo(ChronoUnit.SECONDS), rejection.reason()));
  }

  static Standing allRespected(Situation situation) {
    return new Standing(Grade.NOT_ASKED, "Respected", respected(situation));
  }

  /** The values are in the pod template, and not yet in every pod. */
  static Standing rollingOut(Situation situation) {
    return new Standing(
        Grade.ROLLING,
        "RollingOut",
        "The plan is in the pod template, and the pods are being replaced." + beside(situation));
  }

  /** The values are in the pod template: they are in force once every pod has them. */
  static Standing inPlace(Situation situation) {
    String more = beside(situation);
    return switch (situation.workload().rollout().progress()) {
      case DONE ->
          new Standing(Grade.IN_FORCE, "Applied", "Every pod is made with the plan." + more);
      case RUNNING -> rollingOut(situation);
      case FAILED ->
          new Standing(
              Grade.HELD,
              "RolloutFailed",
              "The plan is in the pod template, but its rollout did not finish in time, and not by our values alone: look at the pods of %s that are not ready."
                      .formatted(situation.workload().ref())
                  + more);
    };
  }

  /** What a change sets, beside what is there. */
  static String sets(DesiredSettings settings, Situation situation) {
    Map<String, String> live =
        situation.target().container().getEnv().stream()
            .filter(entry -> entry.getValue() != null)
            .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue, (_, last) -> last));
    String changes =
        settings.values().entrySet().stream()
            .map(
                entry ->
                    "%s=%s (%s)"
                        .formatted(
                            entry.getKey(),
                            entry.getValue(),
                            Optional.ofNullable(live.get(entry.getKey()))
                                .map(value -> "was " + value)
                                .orElse("was not set")))
            .collect(Collectors.joining(", "));
    return changes.isEmpty()
        ? "%s gets its own values back.".formatted(situation.workload().ref())
        : "%s gets %s, planned for a limit of %s."
            .formatted(situation.workload().ref(), changes, situation.planning().limit().amount());
  }

  static String values(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String knobs(Map<String, Integer> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /** What stays the user's, to follow another sentence. */
  private static String beside(Situation situation) {
    String respected = respected(situation);
    return respected.isEmpty() ? "" : " " + respected;
  }

  private static String respected(Situation situation) {
    return situation.planning().claims().respected().stream()
        .map(Claim.Respected::message)
        .collect(Collectors.joining(" "));
  }
}
