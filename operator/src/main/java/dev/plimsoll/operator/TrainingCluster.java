package dev.plimsoll.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * As much of an API server as one reconcile needs, in this process: what a class cache is trained
 * with where no cluster is. It holds one budget and its Deployment, answers writes with what it
 * holds, and lets watches hang after a bookmark.
 */
final class TrainingCluster implements AutoCloseable {
  private static final List<String> HELD =
      List.of("memorybudgets", "deployments", "pods", "horizontalpodautoscalers");

  private static final String MAY_ALL =
      """
      {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "spec": {}, "status":
      {"incomplete": false, "nonResourceRules": [], "resourceRules":
      [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]}}
      """;

  /** The first event of a watch makes the client load every kind that it knows. */
  private static final String BOOKMARK =
      """
      {"type": "BOOKMARK", "object": {"apiVersion": "v1", "kind": "Pod", "metadata": {"resourceVersion": "9"}}}
      """;

  private static final String VERSION =
      """
      {"major": "1", "minor": "34"}
      """;

  private static final String NOT_FOUND =
      """
      {"apiVersion": "v1", "kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404}
      """;

  private final KubernetesSerialization serialization = new KubernetesSerialization();
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch reported = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> objects;
  private final TrainingCertificate certificate = TrainingCertificate.make();
  private final HttpsServer server;

  /** Starts serving on a port of the loopback interface that the system chooses. */
  TrainingCluster() {
    objects = HELD.stream().collect(Collectors.toMap(kind -> kind, this::read));
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.setExecutor(handlers);
    server.createContext("/", this::answer);
    server.start();
  }

  private String read(String kind) {
    try (InputStream yaml =
        TrainingCluster.class.getResourceAsStream("/training/" + kind + ".yaml")) {
      return serialization.asJson(serialization.unmarshal(yaml, GenericKubernetesResource.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The certificate, in PEM, that a client has to trust. */
  String authority() {
    return certificate.authority();
  }

  /** Waits until the budget's status was written; false where that takes too long. */
  boolean awaitReport(Duration most) {
    try {
      return reported.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (exchange.getRequestMethod()) {
        case "GET" -> answerRead(exchange, path, query);
        case "POST" -> respond(exchange, 201, path.contains("rulesreviews") ? MAY_ALL : sent);
        case "PUT" -> respond(exchange, 200, sent);
        default -> answerPatch(exchange, path, sent);
      }
    }
  }

  private void answerRead(HttpExchange exchange, String path, String query) throws IOException {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
      // No web socket here: the client then watches by plain HTTP.
      respond(exchange, 200, "{}");
    } else if (query.contains("watch=true")) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(BOOKMARK.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      awaitEnd();
    } else if (path.contains("/deployments/")) {
      respond(exchange, 200, objects.get("deployments"));
    } else if (path.equals("/version")) {
      respond(exchange, 200, VERSION);
    } else if (path.contains("/leases/") || path.contains("/configmaps/")) {
      respond(exchange, 404, NOT_FOUND);
    } else {
      respond(exchange, 200, list(objects.getOrDefault(last, "")));
    }
  }

  private void answerPatch(HttpExchange exchange, String path, String sent) throws IOException {
    if (path.contains("/deployments/")) {
      respond(exchange, 200, objects.get("deployments"));
    } else if (path.contains("/configmaps/")) {
      respond(exchange, 200, sent);
    } else if (path.endsWith("/status")) {
      respond(exchange, 200, sent);
      reported.countDown();
    } else {
      respond(exchange, 200, objects.get("memorybudgets"));
    }
  }

  private static String list(String item) {
    return """
        {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": "9"}, "items": [%s]}
        """
        .formatted(item);
  }

  private static void respond(HttpExchange exchange, int code, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  private void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    handlers.shutdownNow();
  }
}
