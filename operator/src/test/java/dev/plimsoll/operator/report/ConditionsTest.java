package dev.plimsoll.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.report.ConditionState.Type;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static List<Condition> of(ConditionState state, List<Condition> before, Instant now) {
    return Conditions.of(List.of(state), before, 3, now);
  }

  @Test
  void aConditionKeepsTheTimeAtWhichItLastTurned() {
    List<Condition> first = of(ConditionState.holds(Type.READY, "Planned", "a"), List.of(), NOON);

    List<Condition> same =
        of(ConditionState.holds(Type.READY, "Other", "b"), first, NOON.plusSeconds(60));
    assertThat(same.getFirst())
        .returns("2026-01-01T12:00:00Z", Condition::getLastTransitionTime)
        .returns("Other", Condition::getReason)
        .returns(3L, Condition::getObservedGeneration);

    List<Condition> turned =
        of(ConditionState.fails(Type.READY, "NoLimit", "c"), same, NOON.plusSeconds(90));
    assertThat(turned.getFirst())
        .returns("2026-01-01T12:01:30Z", Condition::getLastTransitionTime)
        .returns("False", Condition::getStatus);
  }

  @Test
  void equalFindingsAtAnotherTimeAreEqualConditions() {
    ConditionState state = ConditionState.unknown(Type.FEASIBLE, "NoLimit", "a");
    List<Condition> first = of(state, List.of(), NOON);

    assertThat(of(state, first, NOON.plusSeconds(3600))).isEqualTo(first);
  }
}
