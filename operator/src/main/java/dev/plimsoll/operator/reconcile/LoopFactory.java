package dev.plimsoll.operator.reconcile;

import dev.plimsoll.operator.act.KillLedger;
import dev.plimsoll.operator.act.OurRollouts;
import dev.plimsoll.operator.act.PodEvictor;
import dev.plimsoll.operator.act.Pressures;
import dev.plimsoll.operator.act.RolloutSlots;
import dev.plimsoll.operator.apply.Applier;
import dev.plimsoll.operator.apply.Releaser;
import dev.plimsoll.operator.inject.AgentSettings;
import dev.plimsoll.operator.inject.Injector;
import dev.plimsoll.operator.inject.LatestVersion;
import dev.plimsoll.operator.inject.PolicyStore;
import dev.plimsoll.operator.meter.SampleStore;
import dev.plimsoll.operator.meter.Scraper;
import dev.plimsoll.operator.observe.Caches;
import dev.plimsoll.operator.observe.Observer;
import dev.plimsoll.operator.observe.RevisionReader;
import dev.plimsoll.operator.report.EventRecorder;
import dev.plimsoll.operator.telemetry.BudgetMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.util.function.Consumer;

/** Puts the loop together. */
public final class LoopFactory implements LifeFactory {
  private final KubernetesClient client;
  private final int mostRollouts;
  private final AgentSettings agent;
  private final BudgetMetrics metrics;
  private final Clock clock;

  /**
   * What every loop needs.
   *
   * @param mostRollouts how many of our rollouts may run in the cluster at once, at least 1
   * @param agent the agent's container
   */
  public LoopFactory(
      KubernetesClient client,
      int mostRollouts,
      AgentSettings agent,
      BudgetMetrics metrics,
      Clock clock) {
    this.client = client;
    this.mostRollouts = mostRollouts;
    this.agent = agent;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public BudgetLife of(Caches caches, Consumer<ResourceID> wake) {
    SampleStore samples = new SampleStore();
    Scraper.of(samples, client, wake, clock).start();
    RolloutSlots slots = new RolloutSlots(mostRollouts, new OurRollouts(caches.workloads(), clock));
    KillLedger kills = new KillLedger();
    Finalizer finalizer = new Finalizer(client);
    PolicyDelivery policies = new PolicyDelivery(new PolicyStore(client));
    return new BudgetLoop(
        new Observer(client, caches.budgets(), caches.pods(), caches.autoscalers()),
        new Climber(new Pressures(kills)),
        new Decider(
            new Gate(slots, kills), new RevisionJudge(new RevisionReader(client)::lastTwo, kills)),
        new Injector(agent, new LatestVersion(client, clock)),
        new Execution(new Applier(client), finalizer, slots, new PodEvictor(client), policies),
        new Departure(new Releaser(client), finalizer, policies),
        policies,
        samples,
        kills,
        new Reporter(metrics, new EventRecorder(client, clock)),
        clock);
  }
}
