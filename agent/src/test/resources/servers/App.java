import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** What the tests ask of a JVM: its pid, a long request, and memory that it keeps. */
public final class App {
  private static final List<byte[]> KEPT = Collections.synchronizedList(new ArrayList<>());

  private App() {}

  public static void main(String[] arguments) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/sleep", exchange -> {
      pause(exchange);
      answer(exchange);
    });
    server.createContext("/keep", exchange -> {
      keep(exchange);
      answer(exchange);
    });
    server.createContext("/", App::answer);
    server.start();
  }

  private static String value(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery().split("=", 2)[1];
  }

  private static void pause(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(Math.round(1000 * Double.parseDouble(value(exchange)))));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void keep(HttpExchange exchange) {
    byte[] block = new byte[Integer.parseInt(value(exchange)) << 20];
    Arrays.fill(block, (byte) 1);
    KEPT.add(block);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = Long.toString(ProcessHandle.current().pid()).getBytes();
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
