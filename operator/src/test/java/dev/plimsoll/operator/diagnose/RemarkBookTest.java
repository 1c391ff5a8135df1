package dev.plimsoll.operator.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.meter.AgentRemark;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkBookTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final RemarkBook book = new RemarkBook();

  private static PodSample sample(String pod, AgentRemark... remarks) {
    return Samples.of(pod, NOW).remarking(remarks).build();
  }

  private static AgentRemark growth(int mebi) {
    return new AgentRemark("MasterGrowth", "The master holds %dMi.".formatted(mebi));
  }

  private List<Finding> note(int seconds, PodSample... samples) {
    return book.note("uid", Samples.metering(List.of(samples)), NOW.plusSeconds(seconds));
  }

  @Test
  void oneFindingForEachReasonInTheWordsOfTheFirstPod() {
    assertThat(
            note(
                0,
                sample("a", growth(143)),
                sample("b", growth(150), new AgentRemark("New", "x."))))
        .containsExactly(
            new Finding("MasterGrowth", Severity.WARNING, "Pod a: The master holds 143Mi."),
            new Finding("New", Severity.ADVICE, "Pod b: x."));
  }

  @Test
  void figuresThatChangeDoNotChangeTheFinding() {
    List<Finding> first = note(0, sample("a", growth(143)));

    assertThat(note(10, sample("a", growth(144)))).isEqualTo(first);
    assertThat(note(20, sample("b", growth(200)), sample("a", growth(150)))).isEqualTo(first);
    assertThat(note(100, sample("a"))).isEqualTo(first);
  }

  @Test
  void whatHasCeasedForFiveMinutesIsNotToldAndAnotherPodTakesOver() {
    note(0, sample("a", growth(143)));
    assertThat(note(200, sample("b", growth(150))))
        .extracting(Finding::message)
        .containsExactly("Pod a: The master holds 143Mi.");
    assertThat(note(400, sample("b", growth(160))))
        .extracting(Finding::message)
        .containsExactly("Pod b: The master holds 160Mi.");
    assertThat(note(701, sample("b"))).isEmpty();
  }
}
