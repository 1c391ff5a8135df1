package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.KillCount;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.ContainerKills;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.Samples;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillLedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final String BUDGET = "uid-of-web";

  private final KillLedger ledger = new KillLedger();

  private static Pod killed(String name, String revision, Instant end) {
    return new TestPod(name, START).ofRevision(revision).ended("OOMKilled", 137, end).build();
  }

  private Counted look(Instant now, List<PodSample> samples, Pod... pods) {
    return ledger.note(BUDGET, Counted.NOTHING, evidence(samples, pods), now);
  }

  private static KillEvidence evidence(List<PodSample> samples, Pod... pods) {
    return new KillEvidence(List.of(pods), "web", Samples.metering(samples), START);
  }

  private long note(Instant now, Pod... pods) {
    return look(now, List.of(), pods).totals().total();
  }

  private static PodSample sample(String pod, Instant at, ContainerKills... containers) {
    return Samples.of(pod, at).withContainers(containers).build();
  }

  @Test
  void aKillIsCountedOnceThoughItShowsForLong() {
    Pod pod = killed("a", "1", START.plusSeconds(10));

    assertThat(note(START.plusSeconds(20), pod)).isEqualTo(1);
    assertThat(note(START.plusSeconds(80), pod)).isEqualTo(1);
    assertThat(note(START.plusSeconds(90), killed("a", "1", START.plusSeconds(85)))).isEqualTo(2);
    assertThat(ledger.of(BUDGET, "1")).isEqualTo(new KillCount(2, Duration.ofSeconds(90)));
  }

  @Test
  void withoutAnAgentSignalNineCountsWhereTheRuntimeSaysErrorAndAnExitDoesNot() {
    Instant end = START.plusSeconds(10);

    assertThat(
            note(START.plusSeconds(20), new TestPod("a", START).ended("Error", 137, end).build()))
        .isEqualTo(1);
    assertThat(
            note(START.plusSeconds(20), new TestPod("b", START).ended("OOMKilled", 0, end).build()))
        .isEqualTo(2);
    assertThat(note(START.plusSeconds(20), new TestPod("c", START).ended("Error", 1, end).build()))
        .isEqualTo(2);
  }

  @Test
  void besideAnAgentSignalNineAloneIsNoOomKill() {
    Pod pod =
        new TestPod("a", START).withAgent().ended("Error", 137, START.plusSeconds(10)).build();

    assertThat(note(START.plusSeconds(20), pod)).isZero();
  }

  @Test
  void aContainersEndThatTheAgentHasSeenTooIsOneKill() {
    Instant end = START.plusSeconds(10);
    Pod pod = new TestPod("a", START).withAgent().ended("OOMKilled", 137, end).build();
    String ended = TestPod.startThatEnded(end);

    assertThat(note(START.plusSeconds(11), pod)).isEqualTo(1);
    PodSample seen =
        sample(
            "a",
            START.plusSeconds(12),
            new ContainerKills("live", 0),
            new ContainerKills(ended, 1));
    assertThat(look(START.plusSeconds(12), List.of(seen), pod).totals().total()).isEqualTo(1);
    assertThat(ledger.episodes(BUDGET).total()).isEqualTo(1);
  }

  @Test
  void childrenThatOnlyTheAgentSeesAreCountedAndTheRuntimesWordAtTheEndAddsNone() {
    Instant end = START.plusSeconds(100);
    String start = TestPod.startThatEnded(end);
    Pod running = new TestPod("a", START).withAgent().build();
    PodSample two = sample("a", START.plusSeconds(50), new ContainerKills(start, 2));

    assertThat(look(START.plusSeconds(50), List.of(two), running).totals().total()).isEqualTo(2);
    assertThat(
            note(
                START.plusSeconds(101),
                new TestPod("a", START).withAgent().ended("OOMKilled", 0, end).build()))
        .isEqualTo(2);
  }

  @Test
  void anotherAgentInTheSamePodCountsNothingAgain() {
    Pod pod = new TestPod("a", START).withAgent().build();
    PodSample first =
        sample(
            "a", START.plusSeconds(50), new ContainerKills("c2", 1), new ContainerKills("c1", 3));
    PodSample restarted = sample("a", START.plusSeconds(60), new ContainerKills("c2", 2));

    assertThat(look(START.plusSeconds(50), List.of(first), pod).totals().total()).isEqualTo(4);
    assertThat(look(START.plusSeconds(60), List.of(restarted), pod).totals().total()).isEqualTo(5);
  }

  @Test
  void anotherOperatorGoesOnFromTheStatusAndCatchesUp() {
    Pod pod = new TestPod("a", START).withAgent().build();
    PodSample before = sample("a", START.plusSeconds(50), new ContainerKills("c1", 3));
    Counted status = look(START.plusSeconds(50), List.of(before), pod);

    PodSample meanwhile = sample("a", START.plusSeconds(700), new ContainerKills("c1", 7));
    Counted after =
        new KillLedger()
            .note(BUDGET, status, evidence(List.of(meanwhile), pod), START.plusSeconds(700));

    assertThat(after.totals().total()).isEqualTo(7);
  }

  @Test
  void thePartOfAPodThatIsGoneStaysInTheTotalAndNothingElseOfIt() {
    note(START.plusSeconds(60), killed("a", "1", START.plusSeconds(10)));
    Counted later = look(START.plusSeconds(3700), List.of());

    assertThat(later.totals().total()).isEqualTo(1);
    assertThat(later.totals().seen()).isEmpty();
    assertThat(later.last()).contains(START.plusSeconds(10));
  }

  @Test
  void whatEndedBeforeTheBudgetWasMadeIsAnEpisodeOfThePodButNotOfTheTotal() {
    Pod pod = killed("a", "1", START.minusSeconds(600));

    assertThat(note(START.plusSeconds(1), pod)).isZero();
    assertThat(ledger.of(BUDGET, "1").kills()).isOne();
  }

  @Test
  void theAgentsEpisodesAreTakenAsTheyAreAndElseARiseOfItsCounterIsOne() {
    Pod pod = new TestPod("a", START).withAgent().build();
    PodSample told =
        Samples.of("a", START.plusSeconds(100))
            .withContainers(new ContainerKills("c1", 5))
            .withEpisodes(START.plusSeconds(90), START.plusSeconds(30))
            .build();

    look(START.plusSeconds(100), List.of(told), pod);
    assertThat(ledger.episodes(BUDGET).byPod().get("uid-of-a"))
        .containsExactly(START.plusSeconds(30), START.plusSeconds(90));

    KillLedger other = new KillLedger();
    PodSample counterOnly = sample("a", START.plusSeconds(100), new ContainerKills("c1", 5));
    other.note(BUDGET, Counted.NOTHING, evidence(List.of(counterOnly), pod), START);
    assertThat(other.episodes(BUDGET).total()).isEqualTo(1);
  }

  @Test
  void killsAreToldApartByRevisionAndOutliveTheirPodsForAnHour() {
    note(START.plusSeconds(60), killed("a", "1", START.plusSeconds(10)));
    note(START.plusSeconds(120), killed("b", "2", START.plusSeconds(100)));

    assertThat(ledger.of(BUDGET, "2").kills()).isOne();
    assertThat(ledger.besides(BUDGET, "2")).isEqualTo(new KillCount(1, Duration.ofSeconds(60)));

    note(START.plusSeconds(3700));
    assertThat(ledger.besides(BUDGET, "2").kills()).isZero();
    assertThat(ledger.of(BUDGET, "2").kills()).isOne();
  }

  @Test
  void otherContainersAndOtherBudgetsAreNoConcern() {
    Pod pod = killed("a", "1", START.plusSeconds(10));
    KillEvidence ofLog = new KillEvidence(List.of(pod), "log", Samples.metering(List.of()), START);

    assertThat(ledger.note(BUDGET, Counted.NOTHING, ofLog, START.plusSeconds(20)))
        .isEqualTo(Counted.NOTHING);
    assertThat(ledger.of("uid-of-jobs", "1").kills()).isZero();
  }
}
