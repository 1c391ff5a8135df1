package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/** Requests for tests, with the defaults of the API: a fifth in reserve, the soft line at 85 %. */
final class Requests {
  private Requests() {}

  static PlanRequest request(Bytes base, Bytes limit, KnobDraft... knobs) {
    return new PlanRequest(
        Arrays.stream(knobs).map(KnobDraft::build).toList(),
        base,
        new Reserve.Share(20),
        85,
        limit,
        OptionalInt.empty(),
        1,
        Map.of(),
        Map.of());
  }

  static PlanRequest withCpus(PlanRequest request, int cpus) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        request.reserve(),
        request.softPercent(),
        request.limit(),
        OptionalInt.of(cpus),
        request.maxReplicas(),
        request.fixed(),
        request.applied());
  }

  static PlanRequest withReplicas(PlanRequest request, int maxReplicas) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        request.reserve(),
        request.softPercent(),
        request.limit(),
        request.cpus(),
        maxReplicas,
        request.fixed(),
        request.applied());
  }

  static PlanRequest withFixed(PlanRequest request, Map<String, Integer> fixed) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        request.reserve(),
        request.softPercent(),
        request.limit(),
        request.cpus(),
        request.maxReplicas(),
        fixed,
        request.applied());
  }

  static PlanRequest withApplied(PlanRequest request, Map<String, Integer> applied) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        request.reserve(),
        request.softPercent(),
        request.limit(),
        request.cpus(),
        request.maxReplicas(),
        request.fixed(),
        applied);
  }

  static PlanRequest withReserve(PlanRequest request, Reserve reserve, int softPercent) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        reserve,
        softPercent,
        request.limit(),
        request.cpus(),
        request.maxReplicas(),
        request.fixed(),
        request.applied());
  }
}
