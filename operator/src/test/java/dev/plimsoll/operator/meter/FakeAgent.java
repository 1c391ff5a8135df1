package dev.plimsoll.operator.meter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.operator.meter.Agent.Life;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server where an agent would answer. */
final class FakeAgent implements AutoCloseable {
  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  final AtomicInteger asked = new AtomicInteger();

  /** What it does with a request. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private volatile Answer answer = exchange -> send(exchange, 200, "{}");

  FakeAgent() {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  FakeAgent(InetSocketAddress address) {
    try {
      server = HttpServer.create(address, 512);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      answer.give(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void says(String json) {
    answer = exchange -> send(exchange, 200, json);
  }

  void fails(int status) {
    answer = exchange -> send(exchange, status, "no");
  }

  void redirectsTo(String location) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          send(exchange, 302, "");
        };
  }

  /** Takes requests and says nothing until it is closed. */
  void hangs() {
    answer = _ -> end.await();
  }

  /** Sends the head of an answer and one byte of its body, and no more until it is closed. */
  void dawdles() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          end.await();
        };
  }

  int port() {
    return server.getAddress().getPort();
  }

  Agent of(String pod) {
    return of(pod, Life.RUNNING);
  }

  Agent of(String pod, Life life) {
    return new Agent("uid-of-" + pod, pod, server.getAddress().getHostString(), port(), life);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
