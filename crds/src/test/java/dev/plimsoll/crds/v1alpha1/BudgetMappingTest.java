package dev.plimsoll.crds.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Occupancy;
import dev.plimsoll.core.spec.BudgetDraft;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.NotYetActive;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.examples.BudgetExample;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetMappingTest {

  @Test
  void anObjectWithoutSpecIsADraftWithoutFields() {
    BudgetDraft draft = BudgetMapping.draftOf(new MemoryBudget());

    assertThat(draft.name()).isEmpty();
    assertThat(draft.target()).isEmpty();
    assertThat(draft.knobs()).isEmpty();
    assertThat(BudgetRules.resolve(draft)).isInstanceOf(Resolution.Refused.class);
  }

  @Test
  void gapsInListsAndMapsAreReadAsEmptyAndRefused() {
    BudgetDraft draft =
        draft(
            """
            metadata: {name: web}
            spec:
              targetRef:
              runtime: {type: gunicorn, arguments: {timeout: }}
              knobs: [null]
              guard: {actions: [null]}
              rollout: {windows: [null]}
              degrade: {env: {A: }}
            """);

    assertThat(draft.runtime().orElseThrow().arguments()).containsExactly(entry("timeout", ""));
    assertThat(BudgetRules.resolve(draft)).isInstanceOf(Resolution.Refused.class);
  }

  @Test
  void argumentsKeepTheirOrder() {
    BudgetDraft draft =
        draft("spec: {runtime: {type: uwsgi, arguments: {z: '1', a: '2', m: '3'}}}");

    assertThat(draft.runtime().orElseThrow().arguments().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void aNumberIsAQuantityInBytes() {
    BudgetDraft draft = draft("spec: {memory: {limit: 536870912, base: 2e7, reserve: 20%}}");

    assertThat(draft.memory().orElseThrow().limit()).contains("536870912");
    assertThat(draft.memory().orElseThrow().base()).contains("20000000");
    assertThat(draft.memory().orElseThrow().reserve()).contains("20%");
  }

  @Test
  void everyFieldOfTheWholeExampleArrives() {
    Resolution.Accepted accepted = accepted("valid-whole.yaml");
    Budget budget = accepted.budget();

    assertThat(budget.container()).contains("web");
    assertThat(budget.memory().perUser()).contains(Bytes.ofMebi(33));
    assertThat(budget.runtime().arguments()).containsEntry("max-requests-jitter", "50");
    assertThat(budget.knobs())
        .extracting(Knob::name)
        .containsExactly("workers", "pool", "connections", "heap");
    assertThat(budget.knobs().get(1).occupancy()).contains(new Occupancy.RemotePort(5432));
    assertThat(budget.knobs().get(1).per()).contains("workers");
    assertThat(budget.guard().maxWorkerAge()).contains(Duration.ofMinutes(30));
    assertThat(budget.guard().drain()).contains(Duration.ofSeconds(65));
    assertThat(budget.rollout().windows()).hasSize(1);
    assertThat(budget.degrade().orElseThrow().env())
        .containsOnly(entry("REALTIME_ENABLED", "false"));
    assertThat(budget.agent().runAsUser()).hasValue(1000);
  }

  @Test
  void whatNothingActsOnYetIsNamedWhereItIsSetAndOnlyThere() {
    assertThat(accepted("valid-smallest.yaml").notes()).isEmpty();
    assertThat(accepted("valid-whole.yaml").notes())
        .extracting(NotYetActive::field)
        .containsExactly("spec.knobs[1].occupancy");
    assertThat(accepted("valid-guard-without-knobs.yaml").notes()).isEmpty();
  }

  private static Resolution.Accepted accepted(String example) {
    List<BudgetExample> all = BudgetExample.valid();
    String text =
        all.stream().filter(one -> one.name().equals(example)).findFirst().orElseThrow().text();
    return (Resolution.Accepted) BudgetRules.resolve(draft(text));
  }

  private static BudgetDraft draft(String yaml) {
    return BudgetMapping.draftOf(Serialization.unmarshal(yaml, MemoryBudget.class));
  }
}
