package dev.plimsoll.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command as a user would type it, run in the repository's root.
 *
 * @param words the program and its arguments
 * @param environment variables beside the inherited ones
 * @param input what it reads from standard input
 */
public record Command(List<String> words, Map<String, String> environment, String input) {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  public static Command of(String... words) {
    return new Command(List.of(words), Map.of(), "");
  }

  public Command with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Command(words, more, input);
  }

  /** The same with more arguments. */
  public Command withArguments(String... arguments) {
    List<String> more = new ArrayList<>(words);
    more.addAll(List.of(arguments));
    return new Command(more, environment, input);
  }

  public Command reading(String text) {
    return new Command(words, environment, text);
  }

  /** Runs it to its end, whatever its exit status. */
  public Result run() {
    try {
      Path stdin = Files.createTempFile("plimsoll-e2e", ".in");
      Path stderr = Files.createTempFile("plimsoll-e2e", ".err");
      try {
        Files.writeString(stdin, input);
        ProcessBuilder builder =
            new ProcessBuilder(words)
                .directory(Repository.root().toFile())
                .redirectInput(stdin.toFile())
                .redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(words + " ran for more than " + LONGEST);
        }
        return new Result(this, process.exitValue(), stdout, Files.readString(stderr));
      } finally {
        Files.delete(stdin);
        Files.delete(stderr);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words, e);
    }
  }

  /** Runs it and returns what it printed; anything but exit status 0 is an error. */
  public String output() {
    Result result = run();
    if (result.exitStatus() != 0) {
      throw new IllegalStateException(result.toString());
    }
    return result.stdout();
  }

  /** What a command came to. */
  public record Result(Command command, int exitStatus, String stdout, String stderr) {
    @Override
    public String toString() {
      return "`%s` exited with %d%n%s%n%s"
          .formatted(String.join(" ", command.words()), exitStatus, stdout, stderr);
    }
  }
}
