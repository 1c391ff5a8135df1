package dev.plimsoll.e2e.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are. */
public final class Repository {
  private Repository() {}

  /** The folder that holds mvnw. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside a checkout of the project");
      }
    }
    return folder;
  }

  /** A file or folder of the checkout. */
  public static Path file(String relative) {
    return root().resolve(relative);
  }
}
