package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Requests by HTTP on loopback, over a bare connection: the JDK's clients silently ask again where
 * a connection breaks, and a lost request is what the tests look for.
 *
 * @param port where the server listens
 */
record HttpRequests(int port) implements Requests {
  private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(20).toMillis());
  private static final String END_OF_HEADERS = "\r\n\r\n";

  @Override
  public long answeredBy(String path) throws IOException {
    try (Socket connection = new Socket()) {
      connection.setSoTimeout(PATIENCE);
      connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost" + END_OF_HEADERS;
      connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return body(
          new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII), path);
    }
  }

  private static long body(String answer, String path) throws IOException {
    int headers = answer.indexOf(END_OF_HEADERS);
    if (headers < 0 || !answer.startsWith(" 200 ", answer.indexOf(' '))) {
      throw new IOException("no good answer to " + path + ": '" + answer.strip() + "'");
    }
    return Long.parseLong(answer.substring(headers + END_OF_HEADERS.length()).strip());
  }
}
