package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.operator.observe.MemoryLimit;
import java.util.List;
import java.util.stream.Collectors;

/** A plan in words. */
final class PlanText {
  private PlanText() {}

  /** The values in one line, such as {@code workers=2 pool=5}. */
  static String values(List<PlanLine> lines) {
    return lines.stream()
        .map(line -> line.knob() + "=" + line.value())
        .collect(Collectors.joining(" "));
  }

  /** What the plan costs, and what it may. */
  static String fits(Plan plan) {
    return "%s takes %s at its peak, and %s of the limit of %s may be planned with"
        .formatted(values(plan.lines()), plan.total(), plan.spendable(), plan.limit());
  }

  /** The same, and where the limit comes from. */
  static String fits(Plan plan, MemoryLimit limit) {
    return "%s, counting %s.".formatted(fits(plan), limit.origin());
  }

  /** Why it is this plan and not a larger one. */
  static String heldBy(Plan plan, PlanRequest request) {
    String held =
        plan.lines().stream()
            .map(line -> line.knob() + " is held by " + bound(line.bound()))
            .collect(Collectors.joining(", "));
    return held + withoutCpus(request);
  }

  /** A rule by CPUs needs a container that declares some. */
  private static String withoutCpus(PlanRequest request) {
    String knobs =
        request.knobs().stream()
            .filter(knob -> knob.cpu().isPresent() && request.cpus().isEmpty())
            .map(Knob::name)
            .collect(Collectors.joining(", "));
    return knobs.isEmpty()
        ? ""
        : "; the cpu rule of %s has no effect, because the container declares no CPUs: set resources.requests.cpu"
            .formatted(knobs);
  }

  private static String bound(Bound bound) {
    return switch (bound) {
      case MEMORY -> "memory";
      case MIN -> "its min";
      case MAX -> "its max";
      case CPU -> "its cpu rule";
      case BORNE -> "what its pods were found to bear";
      case MAX_TOTAL -> "its maxTotal over all replicas";
      case FIXED -> "the manifest, whose value is kept";
    };
  }

  /** Why there is no plan, and the smallest limit that would do. */
  static String doesNotFit(Infeasible infeasible, MemoryLimit limit) {
    return "Even %s takes %s, and only %s of the limit of %s may be planned with (%s): raise the limit to at least %s, or lower base, reserve or a knob's memory."
        .formatted(
            values(infeasible.minimum()),
            infeasible.minimumTotal(),
            infeasible.spendable(),
            infeasible.limit(),
            limit.origin(),
            QuantityText.roundedUp(infeasible.smallestLimit()));
  }
}
