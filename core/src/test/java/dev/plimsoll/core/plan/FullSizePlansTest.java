package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanRequest;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight knobs of 32 values, too many to try them all, against another exact method. */
class FullSizePlansTest {
  private static final int KNOBS = 8;
  private static final int BUDGETS = 12;

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7})
  void areWorthAsMuchAsTheTableSays(int children) {
    for (int seed = 0; seed < BUDGETS; seed++) {
      PlanRequest request = budget(new SplittableRandom(seed), children);

      Plan plan = (Plan) Planner.plan(request);

      assertThat(worth(request, plan))
          .as("seed %d", seed)
          .isCloseTo(GridPlans.mostWorth(request), Offset.offset(1e-9));
    }
  }

  private static PlanRequest budget(SplittableRandom random, int children) {
    KnobDraft[] knobs = new KnobDraft[KNOBS];
    for (int i = 0; i < KNOBS; i++) {
      boolean child = i > 0 && i <= children;
      KnobDraft knob = knob("knob" + i, 1 + random.nextInt(child ? 6 : 40)).max(32);
      knob = child ? knob.per("knob0") : knob;
      knobs[i] = knob.weight(1 + random.nextInt(4));
    }
    return request(Bytes.ofMebi(64), Bytes.ofMebi(768 + random.nextInt(1500)), knobs);
  }

  private static double worth(PlanRequest request, Plan plan) {
    double worth = 0;
    for (int i = 0; i < KNOBS; i++) {
      Knob knob = request.knobs().get(i);
      PlanLine line = plan.lines().get(i);
      worth += knob.weight() * Math.log(line.units());
    }
    return worth;
  }
}
