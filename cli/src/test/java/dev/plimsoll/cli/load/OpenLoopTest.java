package dev.plimsoll.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final List<Arrival> TEN =
      new PoissonArrivals(3, 1000, Duration.ofSeconds(1)).list().subList(0, 10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  /** None is answered before all have come: a closed loop would wait for ever. */
  @Test
  void sendsEveryRequestWithoutWaitingForAnswers() throws InterruptedException {
    CountDownLatch come = new CountDownLatch(TEN.size());
    server.createContext(
        "/",
        exchange -> {
          come.countDown();
          await(come);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });

    List<Answer> answers =
        new OpenLoop(server.getAddress(), Duration.ofSeconds(20)).run(TEN, _ -> {});

    assertThat(answers).extracting(Answer::arrival).containsExactlyElementsOf(TEN);
    assertThat(LoadTally.of(answers).completed()).isEqualTo(10);
  }

  @Test
  void countsWhatBecameOfEach() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          switch (exchange.getRequestURI().getQuery().replaceAll("n=(\\d+).*", "$1")) {
            case "0" -> await(over);
            case "1" -> exchange.close();
            case "2" -> exchange.sendResponseHeaders(503, -1);
            case "3" -> exchange.sendResponseHeaders(500, -1);
            default -> exchange.sendResponseHeaders(200, -1);
          }
          exchange.close();
        });
    Queue<Answer> seen = new ConcurrentLinkedQueue<>();

    List<Answer> answers =
        new OpenLoop(server.getAddress(), Duration.ofSeconds(1)).run(TEN, seen::add);
    over.countDown();

    assertThat(answers)
        .extracting(Answer::outcome)
        .startsWith(Outcome.TIMED_OUT, Outcome.FAILED, Outcome.REFUSED, Outcome.FAILED)
        .endsWith(Outcome.COMPLETED);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(answers);
    LoadTally tally = LoadTally.of(answers);
    assertThat(List.of(tally.offered(), tally.completed(), tally.refused(), tally.failed()))
        .containsExactly(10, 6, 1, 2);
    assertThat(tally.timedOut()).isEqualTo(1);
    assertThat(tally.p99()).isGreaterThanOrEqualTo(tally.p50()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void countsAPortWithoutAServerAsRefused() throws InterruptedException {
    InetSocketAddress gone = server.getAddress();
    server.stop(0);

    assertThat(new OpenLoop(gone, Duration.ofSeconds(1)).run(TEN, _ -> {}))
        .extracting(Answer::outcome)
        .containsOnly(Outcome.REFUSED);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
