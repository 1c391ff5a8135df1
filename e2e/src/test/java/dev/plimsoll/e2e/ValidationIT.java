package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.core.spec.Rule;
import dev.plimsoll.crds.examples.BudgetExample;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server answers budgets as BudgetRules does: the CRD's schema and CEL say the same. */
@OnCluster
class ValidationIT {

  @ParameterizedTest
  @MethodSource("valid")
  void acceptsAndDefaultsToTheSameBudget(BudgetExample example, TestNamespace namespace) {
    GenericKubernetesResource stored = in(namespace, example.text()).dryRun().create();

    assertThat(budget(Serialization.asYaml(stored))).isEqualTo(budget(example.text()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesAndNamesFieldAndRemedy(BudgetExample example, TestNamespace namespace) {
    assertThat(refusal(() -> in(namespace, example.text()).dryRun().create()))
        .contains(example.serverField())
        .contains(example.serverRemedy());
  }

  @Test
  void refusesAnotherTarget(TestNamespace namespace) {
    String before = Budgets.workers("moving", "Recommend");
    String after = before.replace("kind: Deployment, name: moving", "kind: Deployment, name: else");
    in(namespace, before).create();

    assertThat(after).isNotEqualTo(before);
    assertThat(refusal(() -> in(namespace, after).patch()))
        .contains("spec.targetRef")
        .contains(Rule.TARGET_CHANGED.message());
  }

  @Test
  void showsItsColumnsInOrder(TestNamespace namespace) {
    namespace.apply(Budgets.workers("shown", "Recommend"));

    assertThat(namespace.kubectl("get", "mb", "shown").output().lines().findFirst().orElse(""))
        .matches("NAME +TARGET +MODE +PLAN +USED +LIMIT +OOMKILLS +READY +AGE");
  }

  private static List<BudgetExample> valid() {
    return BudgetExample.valid();
  }

  private static List<BudgetExample> invalid() {
    return BudgetExample.invalid();
  }

  private static Resource<GenericKubernetesResource> in(TestNamespace namespace, String text) {
    return namespace
        .client()
        .genericKubernetesResources("plimsoll.dev/v1alpha1", "MemoryBudget")
        .inNamespace(namespace.name())
        .resource(Serialization.unmarshal(text, GenericKubernetesResource.class));
  }

  private static String refusal(Runnable request) {
    return catchThrowableOfType(KubernetesClientException.class, request::run)
        .getStatus()
        .getMessage();
  }

  private static Budget budget(String yaml) {
    MemoryBudget resource = Serialization.unmarshal(yaml, MemoryBudget.class);
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource))) {
      case Resolution.Accepted(Budget budget, var _) -> budget;
      case Resolution.Refused(var violations) -> throw new AssertionError(violations.toString());
    };
  }
}
