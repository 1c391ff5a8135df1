package dev.plimsoll.crds.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.crds.examples.BudgetExample;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels is what was meant: the client reads and writes the types without loss. */
class MemoryBudgetTest {

  @ParameterizedTest
  @MethodSource("examples")
  void aBudgetSurvivesTheWayThroughTheClient(BudgetExample example) {
    MemoryBudget read = Serialization.unmarshal(example.text(), MemoryBudget.class);
    MemoryBudget again = Serialization.unmarshal(Serialization.asJson(read), MemoryBudget.class);

    assertThat(again.getSpec()).isEqualTo(read.getSpec());
  }

  @Test
  void whatIsAbsentIsNotWritten() {
    MemoryBudget budget = new MemoryBudget();
    budget.setStatus(
        new MemoryBudgetStatus(
            3L,
            null,
            new PlanStatus("workers=2", null, null, null, null),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new ConditionBuilder().withType("Ready").withStatus("True").build())));

    assertThat(Serialization.asJson(budget.getStatus()))
        .isEqualToIgnoringWhitespace(
            """
            {"observedGeneration":3,"plan":{"summary":"workers=2"},
             "conditions":[{"status":"True","type":"Ready"}]}
            """);
  }

  private static List<BudgetExample> examples() {
    return BudgetExample.valid();
  }
}
