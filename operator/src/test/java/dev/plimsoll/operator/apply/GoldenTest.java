package dev.plimsoll.operator.apply;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.observe.Workload;
import java.time.Instant;
import java.util.LinkedHashMap;
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

  private static void apply(GoldenCase each) {
    Budget budget = each.budget();
    Workload workload = each.workload();
    Claims claims = Claims.of(budget, workload, "web", OptionalInt.empty());
    each.assertOutput("out-claims.yaml", tree(claims, Reverts.of(workload, claims)));
    DesiredSettings settings =
        DesiredSettings.of(
            budget, each.plan(), claims, "Plan", NOW, Bookkeeping.of(workload).notes());
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
