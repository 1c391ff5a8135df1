package dev.plimsoll.agent.servers;

import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all servers: written anew with each row into the module's target folder, where rows
 * of earlier runs are kept, and committed as docs/runtimes.md.
 */
final class RuntimesTable {
  static final Path COMMITTED = Path.of("../docs/runtimes.md");
  static final Path WRITTEN = Path.of("target/runtimes.md");
  private static final Path ROWS = Path.of("target/runtimes");

  private static final String PREFACE =
      """
      # Servers as they behave

      Written by the tests in `agent/src/test/java/dev/plimsoll/agent/servers`, each of which runs a real server from its package in a real memory cgroup,
      under clients that ask again as soon as they are answered, each time over a new connection, most of them for something that takes a second. gunicorn
      and uvicorn run in `./mvnw verify`, the others with `-Pcluster`; a run leaves its table in `agent/target/runtimes.md`, and fails where it differs
      from this one in more than versions and numbers of requests.

      - recognised: what the agent saw when that many workers were asked for.
      - recycle: the signal to one worker that holds requests, all of which were answered; the master started another. "none": no signal ends one
        worker without losing requests or the server; the agent never recycles there.
      - shed, grow: the signal to the master, and the number of workers read back.
      - failed requests: of all that were made from the first to the last of these.
      - oom_kill: what the kernel counted after one request had made its worker outgrow the limit.

      Besides:

      - uvicorn, also as gunicorn's worker: what a worker has begun it answers, but a connection that it has accepted and not yet read from is closed
        when it ends. Five requests in 43 thousand met that, at some 300 a second and 160 recycles in a row; a proxy that asks again hides it.
      - Granian: a worker that ends within 5.5 seconds of its start makes the whole server stop, so the agent leaves younger ones alone. Each worker has a
        queue of connections of its own: without the kernel's setting `net.ipv4.tcp_migrate_req=1` those that wait in it are lost with the worker.
      - Puma: what a worker has begun it answers, but a connection that it has accepted and not yet read from is closed when it ends: 5 requests in 43 thousand
        at some 2,000 a second and 66 recycles in a row, and none in 48 thousand with `queue_requests false`. `drain_on_shutdown` does not help.
        Unicorn and PHP-FPM lost none in 11 and 22 thousand over 95 recycles each.
      - uWSGI: the workers are told by the signals that they handle, so routers, mules and spoolers may run beside them. Set `die-on-term`: without it a
        pod's SIGTERM reloads the server instead of ending it. It changes its number of workers only by its master FIFO in cheaper mode.
      - pm2: SIGINT is what pm2 itself sends, and a worker answers what it holds only if its application handles that: in cluster mode by
        `cluster.worker.disconnect()`. After `process.exit()` a connection that is just being handed over may wait for ever, and in fork mode nobody
        listens until the next process does. It changes its number of workers only by `pm2 scale`.
      - PHP-FPM: a signal cuts `sleep()` and `usleep()` short in the script that runs; the request is answered all the same. In `pm = ondemand` and
        `dynamic` a recycled child comes back when it is needed.

      """;

  private RuntimesTable() {}

  static void add(TableRow row) throws IOException {
    Files.createDirectories(ROWS);
    Files.writeString(ROWS.resolve(row.server().replaceAll("[^a-z0-9-]+", "_")), row.text());
    Files.writeString(WRITTEN, PREFACE + text(rows(ROWS)));
  }

  /** The rows that are committed. */
  static List<String> committed() throws IOException {
    return Files.readAllLines(COMMITTED).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  /** The server that a row is about. */
  static String server(String row) {
    return row.substring(2, row.indexOf(" |"));
  }

  /** The profile of the server that a row is about. */
  static String profile(String row) {
    return server(row).replaceFirst(" .*", "");
  }

  private static List<String> rows(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      List<String> rows = new ArrayList<>();
      for (Path file : all) {
        rows.add(Files.readString(file));
      }
      rows.sort(
          Comparator.comparingInt((String row) -> RuntimeProfiles.names().indexOf(profile(row)))
              .thenComparing(Comparator.naturalOrder()));
      return rows;
    }
  }

  private static String text(List<String> rows) {
    StringBuilder text = new StringBuilder();
    text.append(TableRow.line(TableRow.COLUMNS)).append('\n');
    text.append("|---".repeat(TableRow.COLUMNS.size())).append("|\n");
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }
}
