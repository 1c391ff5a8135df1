package dev.plimsoll.operator;

import dev.plimsoll.operator.reconcile.LoopFactory;
import dev.plimsoll.operator.reconcile.MemoryBudgetReconciler;
import dev.plimsoll.operator.telemetry.BudgetMetrics;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the process together and starts it. */
final class Launch {
  private static final Logger log = LoggerFactory.getLogger(Launch.class);
  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(1);

  private Launch() {}

  /**
   * Runs against the cluster that the environment names, until the process is told to end.
   *
   * @throws OperatorSettings.InvalidSettingException where a variable holds what it cannot
   * @throws Preflight.FailedException where the cluster lets it do nothing
   */
  static void against(Map<String, String> environment) {
    OperatorSettings settings = OperatorSettings.from(environment);
    log.atInfo()
        .addKeyValue("namespaces", settings.namespaces())
        .addKeyValue("maxConcurrentRollouts", settings.maxConcurrentRollouts())
        .addKeyValue("leadership", settings.leadership())
        .log("The operator starts.");
    KubernetesClient client = new KubernetesClientBuilder().build();
    new Preflight(client).check(settings.namespaces());
    OperatorProcess process = process(settings, client);
    Runtime.getRuntime().addShutdownHook(new Thread(process::close, "end"));
    process.start();
  }

  /** Runs one reconcile against a cluster in this process, and ends. */
  static void training() {
    OperatorSettings settings = OperatorSettings.from(Map.of("PLIMSOLL_MANAGEMENT_PORT", "0"));
    try (TrainingCluster cluster = new TrainingCluster()) {
      Config config =
          new ConfigBuilder(Config.empty())
              .withMasterUrl(cluster.url())
              .withCaCertData(encoded(cluster.authority()))
              .withOauthToken("training")
              .withNamespace("training")
              .build();
      KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
      new Preflight(client).check(settings.namespaces());
      try (OperatorProcess process = process(settings, client)) {
        process.start();
        if (!cluster.awaitReport(LONGEST_TRAINING)) {
          throw new IllegalStateException("no status was written within " + LONGEST_TRAINING);
        }
      }
    }
  }

  private static String encoded(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  private static OperatorProcess process(OperatorSettings settings, KubernetesClient client) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Clock clock = Clock.systemUTC();
    LoopFactory loops =
        new LoopFactory(
            client,
            settings.maxConcurrentRollouts(),
            settings.agent(),
            new BudgetMetrics(registry),
            clock);
    return new OperatorProcess(
        settings,
        client,
        registry,
        new MemoryBudgetReconciler(settings.namespaces(), loops, clock));
  }
}
