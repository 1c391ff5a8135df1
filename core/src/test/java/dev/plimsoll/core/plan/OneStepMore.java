package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;
import java.util.stream.IntStream;

/** A plan with one step more of one knob, told plainly from the rules. */
record OneStepMore(PlanRequest request, Plan plan) {

  /** A child of none has no units, however many it may have. */
  boolean addsUnits(int knob) {
    return parentValue(knob, valuesWithMore(knob)) > 0;
  }

  boolean breaks(Bound rule, int knob) {
    Knob k = request.knobs().get(knob);
    int[] values = valuesWithMore(knob);
    return switch (rule) {
      case FIXED -> request.fixed().containsKey(k.name());
      case MAX -> values[knob] > k.max().orElseThrow();
      case CPU -> values[knob] > k.cpu().orElseThrow().boundAt(request.cpus().orElseThrow());
      case MAX_TOTAL ->
          IntStream.range(0, values.length)
              .filter(other -> other == knob || isChild(other, knob))
              .anyMatch(other -> isAboveTotal(other, values));
      case MEMORY -> BruteForce.judge(request, values).bytes() > request.spendable().count();
      case BORNE -> values[knob] > request.most().get(k.name());
      case MIN -> false;
    };
  }

  private int[] valuesWithMore(int knob) {
    int[] values = plan.lines().stream().mapToInt(PlanLine::value).toArray();
    values[knob] += request.knobs().get(knob).step();
    return values;
  }

  private boolean isAboveTotal(int knob, int[] values) {
    Knob k = request.knobs().get(knob);
    return k.maxTotal().isPresent()
        && (long) values[knob] * parentValue(knob, values) * request.maxReplicas()
            > k.maxTotal().getAsInt();
  }

  private boolean isChild(int other, int knob) {
    return request
        .knobs()
        .get(other)
        .per()
        .filter(request.knobs().get(knob).name()::equals)
        .isPresent();
  }

  private int parentValue(int knob, int[] values) {
    return IntStream.range(0, values.length)
        .filter(other -> isChild(knob, other))
        .map(other -> values[other])
        .findFirst()
        .orElse(1);
  }
}
