package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Packages from PyPI in a virtual environment of their own, kept in the user's cache folder under
 * their versions, so that only the first run installs them.
 *
 * @param requirements the packages with their versions, the server itself first
 */
record PythonPackages(List<String> requirements) {
  PythonPackages {
    requirements = List.copyOf(requirements);
  }

  static PythonPackages of(String... requirements) {
    return new PythonPackages(List.of(requirements));
  }

  /** What is not installed and how to get it, where Python or its venv module is not. */
  static Optional<String> missing() {
    try {
      ProgramOutput.of(List.of("python3", "-c", "import venv, ensurepip"), Map.of());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "Python with its venv module is not installed (%s): install python3-venv"
              .formatted(e.getMessage()));
    }
  }

  /** The version of the first package. */
  String version() {
    String server = requirements.getFirst();
    return server.substring(server.indexOf("==") + 2);
  }

  /** A program of theirs, which is installed where it is not. */
  String program(String name) throws IOException {
    return environment().resolve("bin").resolve(name).toString();
  }

  private Path environment() throws IOException {
    String name = String.join("_", requirements).replaceAll("[^A-Za-z0-9.=_-]", "-");
    Path folder = Files.createDirectories(cache()).resolve(name);
    Path complete = folder.resolve("complete");
    try (FileChannel channel =
            FileChannel.open(
                folder.resolveSibling(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!Files.exists(complete)) {
        install(folder);
        Files.createFile(complete);
      }
    }
    return folder;
  }

  private void install(Path folder) throws IOException {
    ProgramOutput.of(List.of("python3", "-m", "venv", "--clear", folder.toString()), Map.of());
    List<String> pip = new ArrayList<>();
    pip.add(folder.resolve("bin/pip").toString());
    pip.addAll(List.of("install", "--quiet", "--disable-pip-version-check"));
    pip.addAll(requirements);
    ProgramOutput.of(pip, settingsOfPip());
  }

  /** Where the user keeps an index of packages of their own, pip asks that one. */
  private static Map<String, String> settingsOfPip() {
    return System.getenv().entrySet().stream()
        .filter(
            entry ->
                entry.getKey().startsWith("PIP_")
                    || entry.getKey().equals("HOME")
                    || entry.getKey().toLowerCase(Locale.ROOT).endsWith("_proxy"))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("plimsoll/servers");
  }
}
