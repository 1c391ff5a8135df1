package dev.plimsoll.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.operator.telemetry.ManagementServer.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
  private final AtomicReference<Health> ready =
      new AtomicReference<>(new Health(false, "caches are filling"));
  private final ManagementServer server =
      new ManagementServer(
          0, () -> "plimsoll_feasible 1.0\n", () -> new Health(true, "alive"), ready::get);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  @Test
  void metricsAreServedAsPrometheusText() throws Exception {
    HttpResponse<String> response = send("GET", "/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.body()).isEqualTo("plimsoll_feasible 1.0\n");
  }

  @Test
  void probesSayWhy() throws Exception {
    assertThat(send("GET", "/healthz").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/readyz"))
        .returns(503, HttpResponse::statusCode)
        .returns("caches are filling\n", HttpResponse::body);

    ready.set(new Health(true, "caches are filled"));
    assertThat(send("GET", "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void anythingElseIsRefused() throws Exception {
    assertThat(send("POST", "/metrics").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/metrics/more").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsNamedWithTheRemedy() {
    assertThatThrownBy(
            () ->
                new ManagementServer(server.port(), () -> "", () -> ready.get(), () -> ready.get())
                    .close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("set PLIMSOLL_MANAGEMENT_PORT");
  }
}
