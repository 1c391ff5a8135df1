package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.guard.Phase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SoftCrossingTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static PodSample sample(Phase phase, Instant at) {
    return Samples.of("web-a", at).in(phase).build();
  }

  @Test
  void aCrossingLastsUntilTheFirstCalmSampleAndIsRemembered() {
    SoftCrossing above =
        SoftCrossing.NONE
            .with(sample(Phase.WATCH, NOON))
            .with(sample(Phase.DANGER, NOON.plusSeconds(2)));
    assertThat(above.since()).hasValue(NOON);
    assertThat(above.last()).hasValue(NOON.plusSeconds(2));

    SoftCrossing below = above.with(sample(Phase.CALM, NOON.plusSeconds(4)));
    assertThat(below.since()).isEmpty();
    assertThat(below.last()).hasValue(NOON.plusSeconds(2));
    assertThat(below.with(sample(Phase.WATCH, NOON.plusSeconds(6))).since())
        .hasValue(NOON.plusSeconds(6));
  }

  @Test
  void aPodThatNobodySeesIsNotAboveForLonger() {
    SoftCrossing unseen = SoftCrossing.NONE.with(sample(Phase.WATCH, NOON)).unseen();

    assertThat(unseen.since()).isEmpty();
    assertThat(unseen.last()).hasValue(NOON);
  }
}
