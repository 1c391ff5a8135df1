package dev.plimsoll.cli.demo.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings and their summaries as JSON. */
public final class RecordingFile {
  private static final String COMMITTED = "recorded.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private RecordingFile() {}

  /** The one that is shipped with the command. */
  public static Recording shipped() {
    try (InputStream file = RecordingFile.class.getResourceAsStream(COMMITTED)) {
      return JSON.readValue(file, Recording.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recording, to be shipped. */
  public static void write(Recording recording, Path file) {
    write(JSON.writer(), recording, file);
  }

  /** A summary, which people read as well. */
  public static void write(Summary summary, Path file) {
    write(JSON.writerWithDefaultPrettyPrinter(), summary, file);
  }

  private static void write(ObjectWriter writer, Object value, Path file) {
    try {
      Files.writeString(file, writer.writeValueAsString(value) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
