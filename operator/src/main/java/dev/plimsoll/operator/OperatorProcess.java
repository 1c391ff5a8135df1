package dev.plimsoll.operator;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.OperatorSettings.Leadership;
import dev.plimsoll.operator.reconcile.MemoryBudgetReconciler;
import dev.plimsoll.operator.telemetry.ManagementServer;
import dev.plimsoll.operator.telemetry.ManagementServer.Health;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running operator: the framework under it, its probes and its lease. */
final class OperatorProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OperatorProcess.class);

  /** Each waits for the API server most of the time. */
  private static final int THREADS = 8;

  /** What no event tells, such as a resize of an unlabelled pod, is seen at the next look. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** How long a reconcile that has begun may go on when the process ends. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final KubernetesClient client;
  private final LeadershipLease lease;
  private final Operator operator;
  private final ManagementServer management;
  private final AtomicBoolean ending = new AtomicBoolean();

  OperatorProcess(
      OperatorSettings settings,
      KubernetesClient client,
      PrometheusMeterRegistry registry,
      MemoryBudgetReconciler reconciler) {
    this.client = client;
    this.lease = new LeadershipLease(client, settings.leaseNamespace());
    this.operator = new Operator(overrider -> configure(overrider, settings));
    operator.register(reconciler, configuration -> configure(configuration, settings));
    this.management =
        new ManagementServer(
            settings.managementPort(), registry::scrape, this::liveness, this::readiness);
  }

  private void configure(ConfigurationServiceOverrider overrider, OperatorSettings settings) {
    overrider
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withConcurrentReconciliationThreads(THREADS)
        .withReconciliationTerminationTimeout(GRACE)
        // One kind that cannot be watched must not stop the work on all others.
        .withStopOnInformerErrorDuringStartup(false)
        .withCacheSyncTimeout(Duration.ofSeconds(30));
    if (settings.leadership() == Leadership.ELECTED) {
      overrider.withLeaderElectionConfiguration(lease.configuration(this::leadershipLost));
    }
  }

  private static void configure(
      ControllerConfigurationOverrider<MemoryBudget> configuration, OperatorSettings settings) {
    configuration
        .withName("plimsoll")
        .withFieldManager("plimsoll")
        .withTriggerReconcilerOnAllEvents(true)
        .withReconciliationMaxInterval(LOOK_AGAIN)
        .withRateLimiter(new LinearRateLimiter(Duration.ofSeconds(1), 10))
        .withRetry(
            new GenericRetry()
                .setInitialInterval(Duration.ofSeconds(1))
                .setIntervalMultiplier(2)
                .setMaxInterval(Duration.ofMinutes(1).toMillis())
                .withoutMaxAttempts());
    if (settings.namespaces().isEmpty()) {
      configuration.watchingAllNamespaces();
    } else {
      configuration.settingNamespaces(settings.namespaces());
    }
  }

  /** Starts the work; returns when the caches are filled. */
  void start() {
    operator.start();
    log.atInfo().addKeyValue("managementPort", management.port()).log("The operator has started.");
  }

  /** Another operator may act from now on: this one must not, not even to end in order. */
  private void leadershipLost() {
    if (!ending.get()) {
      log.error("The lease is lost, so this process ends; a new one will ask for it again.");
      Runtime.getRuntime().halt(1);
    }
  }

  private Health liveness() {
    return new Health(!ending.get(), ending.get() ? "ending" : "alive");
  }

  private Health readiness() {
    if (ending.get() || !operator.getRuntimeInfo().isStarted()) {
      return new Health(false, ending.get() ? "ending" : "caches are filling");
    }
    boolean watching = operator.getRuntimeInfo().allEventSourcesAreHealthy();
    return new Health(
        watching, watching ? "watching" : "a watch is interrupted and is being set up again");
  }

  /** Ends in order: what has begun is finished, then the lease goes to the next. */
  @Override
  public void close() {
    if (ending.compareAndSet(false, true)) {
      log.info("The operator ends.");
      operator.stop();
      lease.release();
      management.close();
      client.close();
    }
  }
}
