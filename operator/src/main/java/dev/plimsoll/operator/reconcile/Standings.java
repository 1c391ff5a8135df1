package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.apply.Claim;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.apply.Sidecar;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.inject.Injection;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a plan has got, in words: what is, why, and what to do. */
final class Standings {
  private Standings() {}

  static Standing notEnforced(Situation situation) {
    String mode = situation.budget().mode().text();
    return new Standing(
        Grade.NOT_ASKED,
        mode,
        "spec.mode is %s, so nothing is written to %s.%s%s To have the plan set, put Enforce there; to have the pods guarded alone, Guard."
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

  static Standing rolledBack(Notes.Rejection rejection, Situation situation) {
    boolean isAgentIn = situation.injection().placement() instanceof AgentPlacement.Present;
    return new Standing(
        Grade.HELD,
        "RolledBack",
        "The plan was tried at %s and taken back, because %s. It is not tried again until the budget's spec or the container's image changes: look at the logs of the pods that failed, and correct max, or the variable that the application does not take.%s"
            .formatted(
                rejection.time().truncatedTo(ChronoUnit.SECONDS),
                rejection.reason(),
                isAgentIn
                    ? " If they waited for container %s, correct the operator's agent.image, or set spec.agent.injection to None."
                        .formatted(Sidecar.NAME)
                    : ""));
  }

  /** Nothing is set, and nothing is to be. */
  static Standing nothingToSet(Situation situation) {
    if (situation.budget().mode() == Mode.ENFORCE) {
      return new Standing(Grade.NOT_ASKED, "Respected", respected(situation));
    }
    if (!Injection.isAskedFor(situation.budget())) {
      return new Standing(
          Grade.NOT_ASKED,
          "Guard",
          "spec.mode is Guard and spec.agent.injection is None, so nothing is written to %s: an image that starts its server by plimsoll run guards itself."
              .formatted(situation.workload().ref()));
    }
    return new Standing(
        Grade.HELD,
        "NotGuarded",
        "The agent is not in the pods of %s, and spec.mode Guard asks for nothing else: see %s."
            .formatted(
                situation.workload().ref(),
                situation.injection().finding().map(Finding::reason).orElse("PidNamespaceRisk")));
  }

  /** The values are in the pod template, and not yet in every pod. */
  static Standing rollingOut(Situation situation) {
    return new Standing(
        Grade.ROLLING,
        "RollingOut",
        what(situation)
            + " is in the pod template, and the pods are being replaced."
            + beside(situation));
  }

  private static String what(Situation situation) {
    return situation.budget().mode() == Mode.GUARD ? "The agent" : "The plan";
  }

  private static Standing inForce(Situation situation) {
    return situation.budget().mode() == Mode.GUARD
        ? new Standing(
            Grade.IN_FORCE,
            "Guarded",
            "Every pod is made with the agent beside its container; no variable of a knob is set, because spec.mode is Guard.")
        : new Standing(
            Grade.IN_FORCE, "Applied", "Every pod is made with the plan." + beside(situation));
  }

  /** The values are in the pod template: they are in force once every pod has them. */
  static Standing inPlace(Situation situation) {
    return switch (situation.workload().rollout().progress()) {
      case DONE -> inForce(situation);
      case RUNNING -> rollingOut(situation);
      case FAILED ->
          new Standing(
              Grade.HELD,
              "RolloutFailed",
              "%s is in the pod template, but its rollout did not finish in time, and not by our values alone: look at the pods of %s that are not ready."
                      .formatted(what(situation), situation.workload().ref())
                  + beside(situation));
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
    String values =
        changes.isEmpty()
            ? ""
            : "%s gets %s, planned for a limit of %s."
                .formatted(
                    situation.workload().ref(), changes, situation.planning().limit().amount());
    String sentences =
        Stream.of(values, agent(settings, situation))
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" "));
    return sentences.isEmpty()
        ? "%s gets its own values back.".formatted(situation.workload().ref())
        : sentences;
  }

  private static String agent(DesiredSettings settings, Situation situation) {
    boolean isThere = Sidecar.oursOn(situation.workload()).isPresent();
    boolean isToBe = settings.agent().isOn(situation.workload());
    if (isThere == isToBe) {
      return "";
    }
    return "The agent %s %s."
        .formatted(isToBe ? "joins" : "leaves the pods of", situation.workload().ref());
  }

  /** What we had set, for a sentence that it begins. */
  static String ofOurs(AppliedSettings settings) {
    String values =
        settings.values().entrySet().stream()
            .filter(value -> !value.getKey().equals(Sidecar.MARK))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "The agent" : values;
  }

  private static String knobs(Map<String, Integer> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /** What stays the user's, to follow another sentence. */
  private static String beside(Situation situation) {
    if (situation.budget().mode() == Mode.GUARD) {
      return "";
    }
    String respected = respected(situation);
    return respected.isEmpty() ? "" : " " + respected;
  }

  private static String respected(Situation situation) {
    return situation.planning().claims().respected().stream()
        .map(Claim.Respected::message)
        .collect(Collectors.joining(" "));
  }
}
