package dev.plimsoll.cli.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A program that a command runs.
 *
 * @param words the program and its arguments
 * @param environment variables beside the inherited ones
 */
public record Program(List<String> words, Map<String, String> environment) {

  /** It ended with something else than 0. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failed(String message) {
      super(message);
    }
  }

  public static Program of(String... words) {
    return new Program(List.of(words), Map.of());
  }

  public Program with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Program(words, more);
  }

  public Program plus(String... arguments) {
    List<String> more = new ArrayList<>(words);
    more.addAll(List.of(arguments));
    return new Program(more, environment);
  }

  /** Runs it and returns what it printed. */
  public String output() {
    return outputOf("");
  }

  /** Runs it with this on its standard input and returns what it printed. */
  public String outputOf(String input) {
    StringBuilder output = new StringBuilder();
    run(input, line -> output.append(line).append('\n'));
    return output.toString();
  }

  /** Runs it and returns the last line that it printed. */
  public String lastLine() {
    return output().lines().reduce("", (first, last) -> last);
  }

  /** Whether it ends with 0. */
  public boolean succeeds() {
    try {
      output();
      return true;
    } catch (Failed failed) {
      return false;
    }
  }

  /**
   * Runs it to its end and hands on each line that it prints, as it comes.
   *
   * @throws Failed with the last of what it said on standard error
   */
  public void run(String input, Consumer<String> lines) {
    try {
      Path errors = Files.createTempFile("plimsoll-program", ".err");
      try {
        Process process = start(ProcessBuilder.Redirect.to(errors.toFile()));
        try (var stdin = process.getOutputStream()) {
          stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try (BufferedReader reader = process.inputReader()) {
          reader.lines().forEach(lines);
          if (process.waitFor() != 0) {
            throw new Failed(complaint(process.exitValue(), Files.readString(errors)));
          }
        } finally {
          process.destroy();
        }
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("interrupted while running " + words.getFirst());
    }
  }

  /**
   * Starts it, to run until it is closed; what it prints until then is handed on line by line, what
   * it says on standard error is not kept.
   */
  public Running beside(Consumer<String> lines) {
    try {
      Process process = start(ProcessBuilder.Redirect.DISCARD);
      Thread reader = Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines));
      return new Running(process, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(ProcessBuilder.Redirect errors) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(errors);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A program that runs beside others; closing ends it. */
  public record Running(Process process, Thread reader) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      try {
        reader.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String complaint(int status, String errors) {
    List<String> said = errors.lines().toList();
    return "`%s` ended with %d:%n%s"
        .formatted(
            String.join(" ", words),
            status,
            String.join("\n", said.subList(Math.max(0, said.size() - 12), said.size())));
  }
}
