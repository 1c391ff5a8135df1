package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.record.Terms;
import dev.plimsoll.cli.input.BudgetText;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The demonstration's budget and the plan that it comes to; both sides run by it.
 *
 * @param text as it is written to a file for {@code plimsoll run}
 */
record DemoBudget(byte[] text, Budget budget, Plan plan) {

  static DemoBudget at(Scenario scenario) {
    try (InputStream file = DemoBudget.class.getResourceAsStream("budget.yaml")) {
      byte[] text = file.readAllBytes();
      Budget budget = BudgetText.read("-", new ByteArrayInputStream(text)).budget();
      return switch (Planner.plan(PlanRequest.of(budget, scenario.limit(), OptionalInt.empty()))) {
        case Plan plan -> new DemoBudget(text, budget, plan);
        case Infeasible infeasible ->
            throw new Program.Failed(
                "the demonstration needs a limit of " + infeasible.smallestLimit());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int workers() {
    return plan.values().get("workers");
  }

  /** What {@code plimsoll run} sets as well. */
  Map<String, String> variables() {
    return DesiredEnvironment.of(budget, plan).alone();
  }

  void writeTo(Path file) {
    try {
      Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Terms terms(Scenario scenario) {
    return new Terms(
        scenario.seed(),
        scenario.requestsPerSecond(),
        Math.toIntExact(scenario.length().toSeconds()),
        scenario.limit().count(),
        budget.guard().softPercent(),
        budget.guard().hardPercent(),
        workers());
  }
}
