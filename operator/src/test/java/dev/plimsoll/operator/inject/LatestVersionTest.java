package dev.plimsoll.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestVersionTest {
  private final AtomicReference<String> minor = new AtomicReference<>("28");
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/version",
        exchange -> {
          requests.incrementAndGet();
          byte[] body =
              """
              {"major": "1", "minor": "%s", "gitVersion": "v1.28.5+k3s1"}
              """
                  .formatted(minor.get())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                    .build())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void anUpgradeIsSeenAndAskingIsRare() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    LatestVersion latest = new LatestVersion(client, new SteppedClock(now));

    assertThat(latest.get()).isEqualTo(new ServerVersion(1, 28));
    minor.set("29+");
    assertThat(latest.get()).isEqualTo(new ServerVersion(1, 28));
    assertThat(requests).hasValue(1);
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(11)));

    assertThat(latest.get()).isEqualTo(new ServerVersion(1, 29));
  }

  private static final class SteppedClock extends Clock {
    private final AtomicReference<Instant> now;

    SteppedClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
