package dev.plimsoll.agent.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Serves the present sample over HTTP, read-only, one request a connection and one connection at a
 * time. The JDK's own server would be a third of the agent's private memory.
 */
public final class Endpoint implements AutoCloseable {
  private static final int WAITING_CLIENTS = 16;
  private static final int LONGEST_HEAD = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ServerSocket socket;
  private final Supplier<Sample> samples;
  private final byte[] head = new byte[LONGEST_HEAD];

  private Endpoint(ServerSocket socket, Supplier<Sample> samples) {
    this.socket = socket;
    this.samples = samples;
  }

  /**
   * Listens on every address of the pod.
   *
   * @param port 0 takes a free one
   * @throws IOException where the port is taken
   */
  public static Endpoint open(int port, Supplier<Sample> samples) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress((InetAddress) null, port), WAITING_CLIENTS);
    } catch (IOException e) {
      socket.close();
      throw new IOException(
          "port " + port + " cannot be listened on (" + e.getMessage() + "): choose another", e);
    }
    Endpoint endpoint = new Endpoint(socket, samples);
    Thread.ofPlatform().daemon().name("serve").start(endpoint::serve);
    return endpoint;
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.setSoTimeout((int) PATIENCE.toMillis());
        client.getOutputStream().write(answer(client).bytes());
        client.shutdownOutput();
      } catch (IOException _) {
        // That client has gone, or this endpoint is closed; the next one is served.
      }
    }
  }

  private Response answer(Socket client) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int length = 0;
    while (!endsHead(length)) {
      int read = client.getInputStream().read(head, length, head.length - length);
      if (read <= 0 || System.nanoTime() > deadline) {
        return Response.refusal("400 Bad Request");
      }
      length += read;
    }
    return answer(new String(head, 0, length, StandardCharsets.ISO_8859_1));
  }

  private Response answer(String request) {
    int method = request.indexOf(' ');
    int target = request.indexOf(' ', method + 1);
    if (method <= 0 || target < 0) {
      return Response.refusal("400 Bad Request");
    }
    if (!request.startsWith("GET ")) {
      return Response.refusal("405 Method Not Allowed\r\nAllow: GET");
    }
    int query = request.indexOf('?', method);
    String path = request.substring(method + 1, 0 < query && query < target ? query : target);
    return switch (path) {
      case "/sample" -> Response.of("application/json", SampleJson.of(samples.get()));
      case "/metrics" ->
          Response.of("text/plain; version=0.0.4; charset=utf-8", MetricsText.of(samples.get()));
      case "/healthz" -> Response.of("text/plain; charset=utf-8", "ok\n");
      default -> Response.refusal("404 Not Found");
    };
  }

  /** An empty line ends the head; a GET has nothing behind it. */
  private boolean endsHead(int length) {
    return length >= 4
        && head[length - 4] == '\r'
        && head[length - 3] == '\n'
        && head[length - 2] == '\r'
        && head[length - 1] == '\n';
  }

  /**
   * What a client is sent.
   *
   * @param status the status line's end, and lines that belong to it
   */
  private record Response(String status, String type, String body) {

    static Response of(String type, String body) {
      return new Response("200 OK", type, body);
    }

    static Response refusal(String status) {
      return new Response(status, "text/plain; charset=utf-8", "");
    }

    byte[] bytes() {
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      String start =
          "HTTP/1.1 "
              + status
              + "\r\nContent-Type: "
              + type
              + "\r\nContent-Length: "
              + content.length
              + "\r\nConnection: close\r\n\r\n";
      byte[] beginning = start.getBytes(StandardCharsets.ISO_8859_1);
      byte[] whole = Arrays.copyOf(beginning, beginning.length + content.length);
      System.arraycopy(content, 0, whole, beginning.length, content.length);
      return whole;
    }
  }
}
