package dev.plimsoll.cli.workload;

import dev.plimsoll.cli.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual environment of the demonstration's own, with gunicorn in it. It is made once, with
 * network, and used offline from then on.
 *
 * @param folder where it is kept
 */
public record PythonEnvironment(Path folder) {
  private static final String GUNICORN = "gunicorn>=23,<28";

  /** In the user's cache, as the XDG base directory specification has it. */
  public static PythonEnvironment inCache(Map<String, String> environment) {
    Path cache =
        Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return new PythonEnvironment(cache.resolve("plimsoll").resolve("gunicorn"));
  }

  /**
   * The gunicorn program, installed first where it is not there yet. Several processes may ask at
   * once.
   *
   * @throws Program.Failed where Python, its venv module or a package index is missing: what is to
   *     be done
   */
  public Path gunicorn() {
    try {
      Files.createDirectories(folder);
      try (FileChannel file =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = file.lock()) {
        if (!isReady()) {
          install();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return program("gunicorn");
  }

  /** Whether nothing needs to be installed; the interpreter may have been upgraded away since. */
  public boolean isReady() {
    return Files.isExecutable(program("gunicorn"))
        && Program.of(program("python").toString(), "-c", "import gunicorn.app.wsgiapp").succeeds();
  }

  private void install() {
    step(
        Program.of("python3", "-m", "venv", "--clear", environment().toString()),
        "the demonstration runs a real gunicorn, which needs Python 3.9 or newer with its venv"
            + " module: install python3 and python3-venv");
    step(
        Program.of(program("python").toString(), "-m", "pip", "install")
            .plus("--quiet", "--disable-pip-version-check", "--timeout", "20", GUNICORN),
        "gunicorn could not be installed: the first run needs a network with a Python package"
            + " index (PIP_INDEX_URL); later runs do not");
  }

  private static void step(Program program, String remedy) {
    try {
      program.output();
    } catch (Program.Failed failed) {
      throw new Program.Failed(remedy + "\n" + failed.getMessage());
    }
  }

  private Path environment() {
    return folder.resolve("venv");
  }

  private Path program(String name) {
    return environment().resolve("bin").resolve(name);
  }
}
