package dev.plimsoll.crds.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.core.spec.Rule;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BudgetRules accepts every valid example, and refuses every invalid one as it says. */
class ExamplesTest {

  @ParameterizedTest
  @MethodSource("valid")
  void accepts(BudgetExample example) {
    assertThat(resolve(example)).isInstanceOf(Resolution.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesAndNamesFieldAndRemedy(BudgetExample example) {
    assertThat(violations(example))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo(example.field());
              assertThat(violation.remedy()).contains(example.remedy());
              assertThat(violation.line()).doesNotContain("\n").hasSizeLessThan(400);
            });
  }

  /** A changed target can only be seen by the API server, which knows the target before. */
  @Test
  void everyRuleHasAnExampleThatBreaksIt() {
    Set<Rule> broken =
        invalid().stream()
            .map(BudgetExample::rule)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.copyOf(broken))).containsExactly(Rule.TARGET_CHANGED);
  }

  private static List<BudgetExample> valid() {
    return BudgetExample.valid();
  }

  private static List<BudgetExample> invalid() {
    return BudgetExample.invalid();
  }

  private static List<Violation> violations(BudgetExample example) {
    return switch (resolve(example)) {
      case Resolution.Refused refused -> refused.violations();
      case Resolution.Accepted accepted -> throw new AssertionError(accepted.toString());
    };
  }

  private static Resolution resolve(BudgetExample example) {
    MemoryBudget budget = Serialization.unmarshal(example.text(), MemoryBudget.class);
    return BudgetRules.resolve(BudgetMapping.draftOf(budget));
  }
}
