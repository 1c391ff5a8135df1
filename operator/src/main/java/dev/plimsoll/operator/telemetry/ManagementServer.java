package dev.plimsoll.operator.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves {@code /metrics}, {@code /healthz} and {@code /readyz}; reads only. */
public final class ManagementServer implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Binds and starts serving.
   *
   * @param port 0 lets the system choose
   * @param metrics the exposition text
   * @param live whether the process is worth keeping
   * @param ready whether it sees the cluster
   * @throws UncheckedIOException where the port cannot be bound
   */
  public ManagementServer(
      int port, Supplier<String> metrics, Supplier<Health> live, Supplier<Health> ready) {
    try {
      server = HttpServer.create(new InetSocketAddress(port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Port %d for metrics and probes cannot be bound (%s): set PLIMSOLL_MANAGEMENT_PORT."
              .formatted(port, e.getMessage()),
          e);
    }
    server.setExecutor(handlers);
    handle("/metrics", exchange -> respond(exchange, 200, EXPOSITION, metrics.get()));
    handle("/healthz", exchange -> respond(exchange, live.get()));
    handle("/readyz", exchange -> respond(exchange, ready.get()));
    server.start();
  }

  /**
   * The answer of a probe.
   *
   * @param healthy whether it passes
   * @param detail one line for a person
   */
  public record Health(boolean healthy, String detail) {}

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(String path, HttpHandler answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean read = "GET".equals(exchange.getRequestMethod());
            if (read && path.equals(exchange.getRequestURI().getPath())) {
              answer.handle(exchange);
            } else {
              respond(exchange, read ? 404 : 405, TEXT, "GET " + path + "\n");
            }
          }
        });
  }

  private static void respond(HttpExchange exchange, Health health) throws IOException {
    respond(exchange, health.healthy() ? 200 : 503, TEXT, health.detail() + "\n");
  }

  private static void respond(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.close();
  }
}
