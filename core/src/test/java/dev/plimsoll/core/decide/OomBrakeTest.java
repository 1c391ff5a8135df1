package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.BrakeTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OomBrakeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final BrakeTerms TERMS = new BrakeTerms(3, Duration.ofMinutes(10));

  private static Instant ago(long seconds) {
    return NOW.minusSeconds(seconds);
  }

  @Test
  void threeOnOnePodWithinTheSpanAreACascade() {
    List<PodPressure> two = List.of(Pods.killed("a", ago(500), ago(20)));
    List<PodPressure> three = List.of(Pods.killed("a", ago(500), ago(300), ago(20)));
    List<PodPressure> longAgo = List.of(Pods.killed("a", ago(601), ago(300), ago(20)));

    assertThat(OomBrake.alarm(two, TERMS, NOW)).isEmpty();
    assertThat(OomBrake.alarm(longAgo, TERMS, NOW)).isEmpty();
    assertThat(OomBrake.alarm(three, TERMS, NOW))
        .hasValue("pod a was OOM-killed 3 times within 600 s");
  }

  @Test
  void oneOnHalfOfThreeOrMoreIsACascade() {
    List<PodPressure> two = List.of(Pods.killed("a", ago(5)), Pods.killed("b", ago(5)));
    List<PodPressure> oneOfThree =
        List.of(Pods.killed("a", ago(5)), Pods.calm("b"), Pods.calm("c"));
    List<PodPressure> twoOfFour =
        List.of(Pods.killed("a", ago(5)), Pods.killed("b", ago(9)), Pods.calm("c"), Pods.calm("d"));

    assertThat(OomBrake.alarm(two, TERMS, NOW)).isEmpty();
    assertThat(OomBrake.alarm(oneOfThree, TERMS, NOW)).isEmpty();
    assertThat(OomBrake.alarm(twoOfFour, TERMS, NOW))
        .hasValue("2 of 4 pods were OOM-killed within 600 s");
  }

  @Test
  void aPodThatIsGoingDoesNotCount() {
    List<PodPressure> pods =
        List.of(Pods.with(Pods.killed("a", ago(50), ago(30), ago(20)), PodPressure.Presence.GOING));

    assertThat(OomBrake.alarm(pods, TERMS, NOW)).isEmpty();
  }

  @Property
  void oneMoreKillNeverEndsAnAlarm(
      @ForAll @IntRange(min = 1, max = 12) int pods,
      @ForAll @Size(max = 20) List<@LongRange(max = 1_200) Long> kills,
      @ForAll @LongRange(max = 1_200) long more) {
    List<PodPressure> before = killed(pods, kills);
    List<Long> oneMore = new ArrayList<>(kills);
    oneMore.add(more);

    if (OomBrake.alarm(before, TERMS, NOW).isPresent()) {
      assertThat(OomBrake.alarm(killed(pods, oneMore), TERMS, NOW)).isPresent();
      assertThat(OomBrake.isCalm(before, TERMS, NOW)).isFalse();
    }
  }

  private static List<PodPressure> killed(int pods, List<Long> ago) {
    return IntStream.range(0, pods)
        .mapToObj(
            pod ->
                Pods.killed(
                    "p" + pod,
                    LongStream.range(0, ago.size())
                        .filter(i -> i % pods == pod)
                        .mapToObj(i -> ago(ago.get((int) i)))
                        .toArray(Instant[]::new)))
        .toList();
  }
}
