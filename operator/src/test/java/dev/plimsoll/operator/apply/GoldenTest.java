package dev.plimsoll.operator.apply;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.inject.AgentSettings;
import dev.plimsoll.operator.inject.Injection;
import dev.plimsoll.operator.inject.Injector;
import dev.plimsoll.operator.inject.ServerVersion;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.Workload;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every class of ownership under every policy: what is claimed, and the next request. */
class GoldenTest {
  private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

  @TestFactory
  Stream<DynamicTest> taking() {
    return GoldenCase.in("taking").map(each -> dynamicTest(each.name(), () -> apply(each)));
  }

  @TestFactory
  Stream<DynamicTest> standing() {
    return GoldenCase.in("standing").map(each -> dynamicTest(each.name(), () -> apply(each)));
  }

  @TestFactory
  Stream<DynamicTest> release() {
    return GoldenCase.in("release")
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () ->
                        each.assertOutput(
                            "out-request.yaml",
                            GoldenCase.tree(
                                ReleasePlan.next(each.workload(), each.budget().name())))));
  }

  @TestFactory
  Stream<DynamicTest> agent() {
    return GoldenCase.in("agent").map(each -> dynamicTest(each.name(), () -> inject(each)));
  }

  /** Whether the agent joins, what is said about it, and the request that follows. */
  private static void inject(GoldenCase each) {
    Budget budget = each.budget();
    Workload workload = each.workload();
    Observation.Target target =
        (Observation.Target) Observation.of(workload, budget, each.pods(), List.of());
    Injection injection =
        new Injector(AgentSettings.DEFAULT, () -> new ServerVersion(1, 34)).decide(budget, target);
    Notes notes = Bookkeeping.of(workload).notes();
    DesiredSettings settings =
        budget.mode() == Mode.GUARD
            ? DesiredSettings.guarding(budget, "web", injection.placement(), "Plan", NOW, notes)
            : DesiredSettings.of(
                budget,
                each.plan(),
                Claims.of(budget, workload, "web", OptionalInt.empty()),
                injection.placement(),
                "Plan",
                NOW,
                notes);
    Map<String, Object> tree = new LinkedHashMap<>();
    injection
        .finding()
        .ifPresent(finding -> tree.put("finding", finding.reason() + ": " + finding.message()));
    tree.put("replacesPods", PodChange.wouldFollow(workload, settings));
    tree.putAll(GoldenCase.tree(WorkloadPatch.of(workload, settings).next()));
    each.assertOutput("out-request.yaml", tree);
  }

  private static void apply(GoldenCase each) {
    Budget budget = each.budget();
    Workload workload = each.workload();
    Claims claims = Claims.of(budget, workload, "web", OptionalInt.empty());
    each.assertOutput("out-claims.yaml", tree(claims, Reverts.of(workload, claims)));
    DesiredSettings settings =
        DesiredSettings.of(
            budget,
            each.plan(),
            claims,
            new AgentPlacement.Absent(),
            "Plan",
            NOW,
            Bookkeeping.of(workload).notes());
    each.assertOutput(
        "out-request.yaml", GoldenCase.tree(WorkloadPatch.of(workload, settings).next()));
  }

  private static Map<String, Object> tree(Claims claims, Reverts reverts) {
    Map<String, Object> variables = new LinkedHashMap<>();
    claims
        .byVariable()
        .forEach(
            (variable, claim) ->
                variables.put(
                    variable,
                    switch (claim) {
                      case Claim.Taken taken ->
                          "taken from " + ownership(taken.ownership()) + line(taken.ownLine());
                      case Claim.Respected respected -> respected.message();
                    }));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("claims", variables);
    tree.put("fixed", claims.fixed());
    tree.put("reverted", reverts.variables());
    return tree;
  }

  private static String ownership(EnvOwnership ownership) {
    return ownership instanceof EnvOwnership.Ours ours
        ? "Ours over " + ownership(ours.beneath())
        : ownership.getClass().getSimpleName();
  }

  private static String line(String ownLine) {
    return ownLine.isEmpty() ? "" : ", merged into: " + ownLine;
  }
}
