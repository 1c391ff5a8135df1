package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.PodPressure;
import dev.plimsoll.core.decide.PodPressure.Ask;
import dev.plimsoll.core.decide.PodPressure.Presence;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.meter.AgentRemark;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.Samples;
import dev.plimsoll.operator.meter.SoftCrossing;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a pod's agent says, as the ladder takes it. */
class PressuresTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static Budget budget(String runtime) {
    MemoryBudget resource =
        Serialization.unmarshal(
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: MemoryBudget
            metadata: {name: web, namespace: shop}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              runtime: {type: %s}
              knobs: [{name: workers, env: WORKERS, memory: 80Mi, max: 8}]
            """
                .formatted(runtime),
            MemoryBudget.class);
    return ((Resolution.Accepted) BudgetRules.resolve(BudgetMapping.draftOf(resource))).budget();
  }

  private static Pod pod(String ready) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("web-a")
        .withUid("uid-of-web-a")
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .endCondition()
        .endStatus()
        .build();
  }

  private static Metering metering(
      Optional<Integer> bound, Optional<Instant> above, Remark.Reason... remarks) {
    Samples sample =
        Samples.of("web-a", NOW)
            .remarking(
                Stream.of(remarks)
                    .map(reason -> new AgentRemark(reason.text(), "a message"))
                    .toArray(AgentRemark[]::new));
    bound.ifPresent(workers -> sample.boundTo(workers, "their bursts do not fit"));
    return Samples.metering(
        List.of(sample.build()), Map.of("uid-of-web-a", new SoftCrossing(above, above)));
  }

  private static PodPressure pressure(String runtime, Pod pod, Metering metering) {
    return new Pressures(new KillLedger())
        .of("uid-of-web", budget(runtime), List.of(pod), metering, NOW)
        .getFirst();
  }

  @Test
  void aBoundAPlanTooLargeAndFutilityAskForASmallerPlan() {
    PodPressure bound =
        pressure("gunicorn", pod("True"), metering(Optional.of(2), Optional.empty()));
    assertThat(bound.asks()).containsExactly(Ask.SMALLER_PLAN);
    assertThat(bound.workerBound()).hasValue(2);
    assertThat(bound.presence()).isEqualTo(Presence.READY);

    for (Remark.Reason reason : List.of(Remark.Reason.PLAN_TOO_LARGE, Remark.Reason.FUTILE)) {
      assertThat(
              pressure(
                      "gunicorn",
                      pod("False"),
                      metering(Optional.empty(), Optional.empty(), reason))
                  .asks())
          .containsExactly(Ask.SMALLER_PLAN);
    }
  }

  @Test
  void aServerOfOneProcessAboveItsSoftLineAsksForANewPodOnceThatLasts() {
    Metering justNow = metering(Optional.empty(), Optional.of(NOW.minusSeconds(14)));
    Metering lasting = metering(Optional.empty(), Optional.of(NOW.minusSeconds(15)));

    assertThat(pressure("generic", pod("True"), justNow).asks()).isEmpty();
    assertThat(Pressures.confirmsAt(justNow, NOW)).hasValue(NOW.plusSeconds(1));
    assertThat(pressure("generic", pod("True"), lasting).asks()).containsExactly(Ask.NEW_POD);
    assertThat(Pressures.confirmsAt(lasting, NOW)).isEmpty();
    assertThat(pressure("gunicorn", pod("True"), lasting).asks()).isEmpty();
  }

  @Test
  void aPodThatIsDeletedIsGoingThoughItIsReady() {
    Pod going = pod("True");
    going.getMetadata().setDeletionTimestamp(NOW.toString());

    PodPressure pressure =
        pressure(
            "gunicorn",
            going,
            metering(Optional.empty(), Optional.empty(), Remark.Reason.NEW_POD_NEEDED));

    assertThat(pressure.presence()).isEqualTo(Presence.GOING);
    assertThat(pressure.asks()).containsExactly(Ask.NEW_POD);
  }
}
