package dev.plimsoll.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that a command is given, or standard input.
 *
 * @param name the file's name as given; {@code -} is standard input
 */
record TextSource(String name) {
  /** Kubernetes itself takes no object above 1.5 MiB. */
  private static final int MOST_BYTES = 3 << 20;

  /** What messages call it. */
  String label() {
    return name.equals("-") ? "standard input" : name;
  }

  /**
   * Its whole text.
   *
   * @param stdin what {@code -} stands for
   * @throws InvalidInput where there is no such text
   */
  String read(InputStream stdin) {
    try {
      byte[] bytes = name.equals("-") ? stdin.readNBytes(MOST_BYTES + 1) : fileBytes();
      if (bytes.length > MOST_BYTES) {
        throw invalid("is larger than any Kubernetes object: give the budget's own file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw invalid("is not text in UTF-8: give a budget in YAML or JSON");
    } catch (NoSuchFileException | InvalidPathException _) {
      throw invalid("there is no such file: check its path");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte[] fileBytes() throws IOException {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw invalid("is a directory: name the budget's file in it");
    }
    if (Files.exists(path) && !Files.isReadable(path)) {
      throw invalid("may not be read by you: change its permissions");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private InvalidInput invalid(String what) {
    return new InvalidInput(label() + ": " + what);
  }
}
