package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withReserve;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;

/** Plans of requests that something fits. */
final class Plans {
  private Plans() {}

  static Plan plan(PlanRequest request) {
    return (Plan) Planner.plan(request);
  }

  static PlanLine line(PlanRequest request, String knob) {
    return plan(request).lines().stream()
        .filter(line -> line.knob().equals(knob))
        .findFirst()
        .orElseThrow();
  }

  /** All of the limit may be spent, whatever is said of the soft line. */
  static PlanRequest spending(long bytes, KnobDraft... knobs) {
    return withReserve(
        request(Bytes.ZERO, new Bytes(bytes), knobs), new Reserve.Fixed(Bytes.ZERO), 100);
  }
}
