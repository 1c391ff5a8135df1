package dev.plimsoll.operator.report;

import static dev.plimsoll.operator.report.ConditionState.fails;
import static dev.plimsoll.operator.report.ConditionState.holds;
import static dev.plimsoll.operator.report.ConditionState.unknown;

import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.Metering.State;
import dev.plimsoll.operator.report.ConditionState.Status;
import dev.plimsoll.operator.report.ConditionState.Type;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Says where the pods' use is known from, and whether it is within the budget. */
final class MeteringStates {
  /** A kill is told of for so long. */
  static final Duration KILL_TOLD = Duration.ofMinutes(10);

  /** A pod that was above its hard line a moment ago is not told to be below it at once. */
  static final Duration DANGER_TOLD = Duration.ofMinutes(1);

  /** The reason of what nobody was asked yet. */
  static final String PENDING = "Pending";

  private static final String NONE = "None";
  private static final int MOST_NAMES = 3;

  private MeteringStates() {}

  static List<ConditionState> of(Usage usage) {
    return List.of(available(usage), within(usage));
  }

  /** Those that somebody should look at. A cluster that serves no metrics is not news. */
  static List<ConditionState> troubles(Usage usage) {
    return of(usage).stream()
        .filter(state -> state.status() == Status.FALSE && !state.reason().equals(NONE))
        .toList();
  }

  private static ConditionState available(Usage usage) {
    Metering metering = usage.metering();
    Type type = Type.METRICS_AVAILABLE;
    if (metering.state() == State.PENDING) {
      return unknown(type, PENDING, "The pods are being asked for the first time.");
    }
    if (metering.pods() == 0) {
      return unknown(type, "NoPods", "No pod is running, so there is nothing to measure.");
    }
    if (!metering.unreachable().isEmpty()) {
      return fails(type, "AgentUnreachable", unreachable(metering));
    }
    if (metering.metricsTrouble().isPresent()) {
      return fails(type, NONE, none(usage, metering.metricsTrouble().get()));
    }
    if (!metering.workingSets().isEmpty()) {
      return holds(type, "MetricsServer", fromMetricsServer(usage));
    }
    return metering.samples().isEmpty()
        ? unknown(type, "NotYet", "The pods have not been measured yet: it takes a minute or so.")
        : holds(type, "Agent", "The agents in the pods tell what they use.");
  }

  private static String unreachable(Metering metering) {
    String names =
        metering.unreachable().keySet().stream()
            .sorted()
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    String why = metering.unreachable().get(names.split(",", 2)[0]);
    String others = metering.unreachable().size() > MOST_NAMES ? " and others" : "";
    String instead =
        metering.metricsTrouble().isPresent()
            ? "metrics.k8s.io says nothing of them either"
            : "metrics.k8s.io is asked instead, which knows the working set only";
    return "The agents of pods %s%s cannot be asked (%s); %s. The pods stay guarded all the same. Let a NetworkPolicy admit the operator to port 9797, and look at the log of container plimsoll-agent."
        .formatted(names, others, why, instead);
  }

  private static String fromMetricsServer(Usage usage) {
    return "metrics.k8s.io tells the working set, which counts page cache, and nothing of workers that are killed while their container goes on. "
        + remedy(usage);
  }

  private static String none(Usage usage, String trouble) {
    return "The pods' use is not known: they run no agent, and metrics.k8s.io was asked in vain, because %s. Install metrics-server, or mend it. %s"
        .formatted(trouble, remedy(usage));
  }

  private static String remedy(Usage usage) {
    return switch (usage.asked()) {
      case NO_AGENT_BY_MODE ->
          "To measure from inside the pods, set spec.mode to Guard or Enforce.";
      case NO_AGENT_BY_INJECTION ->
          "To measure from inside the pods, set spec.agent.injection to Sidecar.";
      case FOR_AGENT -> "The pods get the agent at the workload's next rollout.";
    };
  }

  private static ConditionState within(Usage usage) {
    Metering metering = usage.metering();
    Type type = Type.WITHIN_BUDGET;
    if (metering.state() == State.PENDING) {
      return unknown(type, PENDING, "The pods are being asked for the first time.");
    }
    boolean isKilled =
        usage.kills().last().filter(last -> last.plus(KILL_TOLD).isAfter(usage.at())).isPresent();
    if (isKilled) {
      return fails(
          type,
          "OomKilled",
          "Processes were killed for want of memory within the last ten minutes: see usage.lastOomKill and recentActions; a lower max or a higher limit ends it for good.");
    }
    boolean isInDanger =
        metering
            .lastDanger()
            .filter(last -> last.plus(DANGER_TOLD).isAfter(usage.at()))
            .isPresent();
    if (isInDanger) {
      return fails(
          type,
          "AboveHardLine",
          "A pod holds more than guard.hardPercent of its limit, so its agent acts at once: see recentActions.");
    }
    return metering.samples().isEmpty()
        ? unknown(
            type,
            "NotMeasured",
            "Only an agent in the pod can tell what the kernel cannot take back: see MetricsAvailable.")
        : holds(
            type, "BelowHardLine", "Every measured pod is below guard.hardPercent of its limit.");
  }
}
