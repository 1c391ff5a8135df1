package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the kernel that is opened once and read again and again from its beginning. It outlives
 * the process whose path led to it; reading fails once what it tells of is gone.
 */
final class KernelFile implements AutoCloseable {
  private final RandomAccessFile file;

  KernelFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  /** The file, unless this kernel has none or does not let it be read. */
  static Optional<KernelFile> openIfPresent(Path path) {
    try {
      return Optional.of(new KernelFile(path));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Reads its present content. */
  void readInto(KernelText text) throws IOException {
    file.seek(0);
    text.fill(file);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException _) {
      // Nothing was written, so nothing is lost.
    }
  }
}
