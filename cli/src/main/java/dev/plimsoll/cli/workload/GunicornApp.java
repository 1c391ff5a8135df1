package dev.plimsoll.cli.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The command that serves the application, on a loopback port of the system's choice. How many
 * workers it has is for the variable WEB_CONCURRENCY to say.
 *
 * @param gunicorn the program
 * @param folder holds the application, and the server's log once it runs
 * @param behaviour of the application's memory
 */
public record GunicornApp(Path gunicorn, Path folder, Behaviour behaviour) {
  private static final Pattern LISTENING =
      Pattern.compile("Listening at: http://127\\.0\\.0\\.1:(\\d+) \\((\\d+)\\)");

  /** Puts the application into the folder. */
  public GunicornApp {
    try (InputStream app = GunicornApp.class.getResourceAsStream("app.py")) {
      Files.createDirectories(folder);
      Files.copy(app, folder.resolve("app.py"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program and its arguments. */
  public List<String> words() {
    return List.of(
        gunicorn.toString(),
        "--chdir=" + folder,
        "--bind=127.0.0.1:0",
        "--graceful-timeout=20",
        "--log-file=" + log(),
        "app:app");
  }

  /**
   * Variables that it needs beside the inherited ones. A fixed threshold keeps glibc from raising
   * it after the first burst, after which no burst would be given back.
   */
  public Map<String, String> environment() {
    return Map.of(
        "PLIMSOLL_DEMO_BEHAVIOUR", behaviour.text(),
        "MALLOC_MMAP_THRESHOLD_", "131072",
        "PYTHONDONTWRITEBYTECODE", "1");
  }

  /** What the server says. */
  public Path log() {
    return folder.resolve("gunicorn.log");
  }

  /** Where it listens; empty until it does. */
  public Optional<InetSocketAddress> address() {
    return listening()
        .map(
            line ->
                new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(line.group(1))));
  }

  /** The number of its master process; empty until it listens. */
  public OptionalLong master() {
    return listening().stream().mapToLong(line -> Long.parseLong(line.group(2))).findFirst();
  }

  private Optional<MatchResult> listening() {
    try {
      return Files.exists(log())
          ? LISTENING.matcher(Files.readString(log())).results().findFirst()
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
