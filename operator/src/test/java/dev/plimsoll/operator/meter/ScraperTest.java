package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.core.model.Bytes;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real HTTP, real time: rounds take two seconds. */
class ScraperTest {
  private static final ResourceID WEB = new ResourceID("web", "shop");

  private final SampleStore store = new SampleStore();
  private final ConcurrentLinkedQueue<ResourceID> woken = new ConcurrentLinkedQueue<>();
  private final List<FakeAgent> agents = new ArrayList<>();
  private final List<Scraper> scrapers = new ArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  @AfterEach
  void end() {
    scrapers.forEach(Scraper::close);
    agents.forEach(FakeAgent::close);
  }

  private FakeAgent agent() {
    agents.add(new FakeAgent());
    return agents.getLast();
  }

  private void start(WorkingSetSource workingSets) {
    HttpAgents http = new HttpAgents();
    scrapers.add(
        new Scraper(
            store,
            (agent, at) -> counted(http, agent, at),
            workingSets,
            woken::add,
            Clock.systemUTC(),
            new Random(1)));
    scrapers.getLast().start();
  }

  private PodSample counted(AgentSource http, Agent agent, Instant at) throws RefusedException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      return http.ask(agent, at);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private static WorkingSetSource nobody() {
    return _ -> {
      throw new RefusedException("the cluster does not serve it");
    };
  }

  private void follow(List<Agent> withAgent, String... others) {
    store.follow(new Subject("uid", WEB, "web", new LabelSelector(), withAgent, List.of(others)));
  }

  private Metering metering() {
    return store.of("uid");
  }

  private static String sample(String pod, long kills) {
    return """
        {"agent": "1", "pod": "%s", "containerId": "c", "oomKills": %d, "server": {"workers": 2},
         "memory": {"limit": 1000, "unreclaimable": 500, "workingSet": 600, "peakUnreclaimable": 700}}
        """
        .formatted(pod, kills);
  }

  @Test
  void samplesArriveAndAKillWakesTheBudget() {
    FakeAgent a = agent();
    FakeAgent b = agent();
    a.says(sample("a", 0));
    b.says(sample("b", 0));
    follow(List.of(a.of("a"), b.of("b")));
    assertThat(metering().state()).isEqualTo(Metering.State.PENDING);
    start(nobody());

    await().until(() -> woken.contains(WEB));
    assertThat(metering().samples()).hasSize(2);
    assertThat(metering().workers()).hasValue(4);
    assertThat(metering().state()).isEqualTo(Metering.State.KNOWN);

    // Nothing new for two more rounds: nobody is woken.
    woken.clear();
    int before = a.asked.get();
    await().until(() -> a.asked.get() >= before + 3);
    assertThat(woken).isEmpty();

    b.says(sample("b", 1));
    await().until(() -> woken.contains(WEB));
    assertThat(metering().sampleOf("uid-of-b").orElseThrow().oomKills()).isOne();
  }

  @Test
  void anAgentThatCeasesToAnswerIsUnreachableAndMetricsAreAskedInstead() {
    FakeAgent a = agent();
    a.says(sample("a", 0));
    follow(List.of(a.of("a")));
    start(_ -> Map.of("a", new Bytes(640)));
    await().until(() -> !metering().samples().isEmpty());
    assertThat(metering().workingSets()).isEmpty();

    a.fails(503);
    await().atMost(Duration.ofSeconds(30)).until(() -> metering().unreachable().containsKey("a"));
    assertThat(metering().unreachable()).containsEntry("a", "it answers with status 503");
    await().until(() -> !woken.isEmpty());

    a.says(sample("a", 2));
    await().atMost(Duration.ofSeconds(30)).until(() -> metering().unreachable().isEmpty());
    assertThat(metering().samples()).hasSize(1);
  }

  @Test
  void anAgentThatEndsWithItsPodIsNotUnreachable() {
    FakeAgent going = agent();
    going.fails(503);
    FakeAgent refusing = agent();
    refusing.fails(503);
    follow(List.of(going.of("going", Agent.Life.ENDING), refusing.of("refusing")));
    start(nobody());

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !metering().unreachable().isEmpty() && going.asked.get() >= 4);
    assertThat(metering().unreachable()).containsOnlyKeys("refusing");
  }

  @Test
  void withoutAgentsMetricsAreAskedAndTheirAbsenceIsSaid() {
    follow(List.of(), "a");
    start(nobody());

    await().until(() -> metering().metricsTrouble().isPresent());
    assertThat(metering().metricsTrouble()).contains("the cluster does not serve it");
    await().until(() -> woken.contains(WEB));
  }

  @Test
  void withoutAgentsTheWorkingSetsOfItsPodsAreKnown() {
    follow(List.of(), "a");
    start(_ -> Map.of("a", new Bytes(640)));

    await().until(() -> !metering().workingSets().isEmpty());
    assertThat(metering().workingSets()).containsExactly(Map.entry("a", new Bytes(640)));
    assertThat(metering().pods()).isOne();
  }

  @Test
  void podsThatVanishAreForgottenAndBudgetsToo() {
    FakeAgent a = agent();
    a.says(sample("a", 0));
    follow(List.of(a.of("a")));
    start(nobody());
    await().until(() -> !metering().samples().isEmpty());

    follow(List.of());
    assertThat(metering().samples()).isEmpty();
    follow(List.of(a.of("a")));
    await().until(() -> !metering().samples().isEmpty());

    store.rest("uid");
    assertThat(metering().pods()).isZero();
    store.forget("uid");
    assertThat(metering()).isEqualTo(Metering.PENDING);
  }

  @Test
  void whatHangsIsAskedBoundedlyAndDoesNotKeepOthersWaiting() {
    FakeAgent hanging = agent();
    hanging.hangs();
    List<Agent> slow = IntStream.range(0, 100).mapToObj(i -> hanging.of("slow" + i)).toList();
    FakeAgent good = agent();
    good.says("{\"agent\": \"1\"}");
    follow(slow);
    store.follow(
        new Subject(
            "uid-of-jobs",
            new ResourceID("jobs", "shop"),
            "web",
            new LabelSelector(),
            List.of(good.of("good")),
            List.of()));
    start(nobody());

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> metering().unreachable().size() == 100 && good.asked.get() >= 3);
    assertThat(mostAtOnce).hasValueLessThanOrEqualTo(64);
    assertThat(store.of("uid-of-jobs").samples()).hasSize(1);
  }

  @Test
  void manyAreAskedInALongerRound() {
    assertThat(Scraper.lengthOf(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Scraper.lengthOf(5_000)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatAnAgentDidBeforeTheOperatorsStartIsNotCountedAndWhatItDoesAfterwardsIs() {
    FakeAgent a = agent();
    a.says("{\"agent\": \"1\", \"recycles\": {\"soft\": 5}, \"sheds\": 1}");
    follow(List.of(a.of("a")));
    start(nobody());
    await().until(() -> !metering().samples().isEmpty());

    a.says("{\"agent\": \"1\", \"recycles\": {\"soft\": 7, \"burst\": 1}, \"sheds\": 1}");
    await().until(() -> metering().relief().recycles().containsKey("burst"));
    assertThat(metering().relief().recycles()).containsEntry("soft", 2L).containsEntry("burst", 1L);

    a.says("{\"agent\": \"2\", \"recycles\": {\"soft\": 1}, \"sheds\": 2}");
    await().until(() -> metering().relief().sheds() == 2);
    assertThat(metering().relief().recycles()).containsEntry("soft", 3L);
  }
}
