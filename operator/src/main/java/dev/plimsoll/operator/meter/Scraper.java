package dev.plimsoll.operator.meter;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every agent in rounds, spread over the round so that no burst comes of many pods, and a
 * bounded number at once however many there are and however slowly they answer. A round takes two
 * seconds for few pods, and longer for many: no more than 250 are asked in a second.
 */
public final class Scraper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scraper.class);

  private static final int MOST_AT_ONCE = 64;
  private static final Duration SHORTEST_ROUND = Duration.ofSeconds(2);
  private static final Duration BETWEEN_ASKS = Duration.ofMillis(4);

  private final SampleStore store;
  private final AgentSource agents;
  private final WorkingSetSource workingSets;
  private final Consumer<ResourceID> wake;
  private final Clock clock;
  private final RandomGenerator random;
  private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
  private final Thread rounds = Thread.ofVirtual().name("scraper").unstarted(this::run);

  Scraper(
      SampleStore store,
      AgentSource agents,
      WorkingSetSource workingSets,
      Consumer<ResourceID> wake,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.agents = agents;
    this.workingSets = workingSets;
    this.wake = wake;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A scraper of real pods; it works once it is started.
   *
   * @param store what to ask for, and where answers go
   * @param wake has a budget looked at
   */
  public static Scraper of(
      SampleStore store, KubernetesClient client, Consumer<ResourceID> wake, Clock clock) {
    return new Scraper(
        store, new HttpAgents(), new MetricsApi(client), wake, clock, new SplittableRandom());
  }

  /** Begins the first round. */
  public void start() {
    rounds.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round(store.all());
      }
    } catch (InterruptedException ended) {
      log.debug("The scraper ends.");
    }
  }

  private void round(Collection<Followed> budgets) throws InterruptedException {
    long begin = System.nanoTime();
    List<Asks> due = budgets.stream().map(this::due).toList();
    int asks = due.stream().mapToInt(each -> each.each().size()).sum();
    Duration length = lengthOf(asks);
    for (Asks ofOne : due) {
      if (ofOne.each().isEmpty()) {
        end(ofOne);
      }
      for (Runnable ask : ofOne.each()) {
        slots.acquire();
        Thread.ofVirtual().start(() -> put(ask, ofOne));
        pause(length.dividedBy(asks));
      }
    }
    Thread.sleep(Duration.ofNanos(Math.max(0, begin + length.toNanos() - System.nanoTime())));
  }

  static Duration lengthOf(int asks) {
    Duration length = BETWEEN_ASKS.multipliedBy(asks);
    return length.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : length;
  }

  /** Up to twice as long, so that operators and budgets do not fall into step. */
  private void pause(Duration mean) {
    LockSupport.parkNanos((long) (mean.toNanos() * random.nextDouble(0, 2)));
  }

  private void put(Runnable ask, Asks ofOne) {
    try {
      ask.run();
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("A sample could not be taken; it is tried again.");
    } finally {
      slots.release();
      if (ofOne.isLast()) {
        end(ofOne);
      }
    }
  }

  private void end(Asks ofOne) {
    if (ofOne.budget().endRound(clock.instant())) {
      wake.accept(ofOne.budget().subject().budget());
    }
  }

  private Asks due(Followed budget) {
    List<Runnable> asks = new ArrayList<>();
    for (Agent agent : budget.takeDue(clock.instant())) {
      asks.add(() -> ask(agent, budget));
    }
    if (budget.takeMetricsDue(clock.instant())) {
      asks.add(() -> askMetrics(budget));
    }
    return new Asks(budget, asks);
  }

  private void ask(Agent agent, Followed budget) {
    try {
      budget.answered(agent, agents.ask(agent, clock.instant()));
    } catch (RefusedException e) {
      budget.refused(agent, e.getMessage(), clock.instant());
    }
  }

  private void askMetrics(Followed budget) {
    try {
      budget.metricsSaid(workingSets.of(budget.subject()));
    } catch (RefusedException e) {
      budget.metricsRefused(e.getMessage());
    }
  }

  @Override
  public void close() {
    rounds.interrupt();
  }
}
