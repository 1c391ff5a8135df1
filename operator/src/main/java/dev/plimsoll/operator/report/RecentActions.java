package dev.plimsoll.operator.report;

import dev.plimsoll.crds.v1alpha1.ActionStatus;
import dev.plimsoll.operator.meter.AgentAction;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.PodSample;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The latest actions of operator and agents together, newest first. */
final class RecentActions {
  private static final int MOST = 10;

  private RecentActions() {}

  /**
   * The list to report.
   *
   * @param done by the operator just now
   * @param before what is reported so far
   */
  static List<ActionStatus> of(
      List<ActionStatus> done, List<ActionStatus> before, Metering metering) {
    Stream<ActionStatus> ofAgents =
        metering.samples().stream()
            .sorted(Comparator.comparing(PodSample::pod))
            .flatMap(sample -> sample.actions().stream().map(action -> status(action, sample)));
    return Stream.concat(done.stream(), Stream.concat(before.stream(), ofAgents))
        .distinct()
        .sorted(Comparator.comparing(ActionStatus::time).reversed())
        .limit(MOST)
        .toList();
  }

  private static ActionStatus status(AgentAction action, PodSample sample) {
    return new ActionStatus(
        action.time().truncatedTo(ChronoUnit.SECONDS).toString(),
        name(action.action()),
        capitalised(action.reason()),
        "Pod %s: %s".formatted(sample.pod(), action.why()));
  }

  private static String name(String action) {
    return switch (action) {
      case "recycle" -> "WorkerRecycled";
      case "shed" -> "WorkerShed";
      case "grow" -> "WorkerAdded";
      case "kill" -> "WorkerKilled";
      default -> capitalised(action);
    };
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
