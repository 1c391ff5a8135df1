package dev.plimsoll.agent.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves the present sample, read-only. */
public final class Endpoint implements AutoCloseable {
  private final HttpServer server;
  private final Supplier<Sample> samples;

  /**
   * Listens on every address of the pod.
   *
   * @param port 0 takes a free one
   * @throws IOException where the port is taken
   */
  public Endpoint(int port, Supplier<Sample> samples) throws IOException {
    this.samples = samples;
    this.server = HttpServer.create(new InetSocketAddress(port), 0);
    serve("/sample", "application/json", SampleJson::of);
    serve("/metrics", "text/plain; version=0.0.4; charset=utf-8", MetricsText::of);
    serve("/healthz", "text/plain; charset=utf-8", _ -> "ok\n");
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(String path, String type, Function<Sample, String> rendering) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer(exchange, path, type, rendering);
          }
        });
  }

  private void answer(
      HttpExchange exchange, String path, String type, Function<Sample, String> rendering)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    byte[] body = rendering.apply(samples.get()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
