package dev.plimsoll.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.inject.PolicyStore;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of an API server that refuses; what it does otherwise, a real one shows. */
class PolicyDeliveryTest {
  private final AtomicInteger status = new AtomicInteger();
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withRequestRetryBackoffLimit(0)
                    .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                    .build())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private static Situation situation() {
    return Stage.of(
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: MemoryBudget
            metadata: {name: web, namespace: shop, uid: uid-of-web, generation: 4, creationTimestamp: "2026-01-01T00:00:00Z"}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              mode: Enforce
              runtime: {type: gunicorn}
              knobs: [{name: workers, memory: 150Mi, max: 8}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, uid: uid-of-deployment, generation: 3}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: web, resources: {limits: {memory: 512Mi}}}]
            """)
        .situation();
  }

  @Test
  void aRefusalIsToldAndHindersNothing() {
    status.set(403);

    assertThat(new PolicyDelivery(new PolicyStore(client)).keep(situation()))
        .map(Finding::reason)
        .contains("PolicyNotWritten");
  }

  @Test
  void aServerThatCannotAnswerIsAskedAgain() {
    status.set(500);

    assertThatThrownBy(() -> new PolicyDelivery(new PolicyStore(client)).keep(situation()))
        .isInstanceOf(KubernetesClientException.class);
  }
}
