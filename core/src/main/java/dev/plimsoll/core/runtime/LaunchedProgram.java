package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which program a process runs, by its command line or title: {@code gunicorn} for {@code python -m
 * gunicorn}, {@code python3 /opt/venv/bin/gunicorn} and {@code gunicorn: master [app]} alike. A
 * shell or an init process is what it is itself, whatever it starts.
 */
final class LaunchedProgram {
  private static final Set<String> INTERPRETERS =
      Set.of("python", "pypy", "ruby", "jruby", "node", "nodejs", "perl");

  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of("-W", "-X", "-r", "--require", "--import", "--loader", "-I", "-C");

  /** Programs that run in an interpreter only to start another one. */
  private static final Set<String> LAUNCHERS =
      Set.of("npm", "npm-cli.js", "npx-cli.js", "yarn", "yarn.js", "pnpm", "pnpm.cjs", "corepack");

  private LaunchedProgram() {}

  static boolean isOneOf(Set<String> programs, ProcessFacts process) {
    if (process.hasEnded()) {
      return false;
    }
    if (process.title().isPresent()) {
      return matches(programs, leadingName(process.title().get()));
    }
    List<String> words = process.arguments();
    String first = baseName(words.getFirst());
    if (!matches(INTERPRETERS, first)) {
      return matches(programs, first)
          || first.equals("bundle") && matches(programs, bundled(words, 1));
    }
    Optional<String> script = script(words);
    if (script.filter(LAUNCHERS::contains).isPresent()) {
      return false;
    }
    return script.filter(name -> matches(programs, name)).isPresent() || matches(programs, first);
  }

  /** The script or module that an interpreter runs. */
  private static Optional<String> script(List<String> words) {
    for (int at = 1; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals("-m")) {
        return at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
      }
      if (word.equals("-c") || word.equals("-e")) {
        return Optional.empty();
      }
      if (OPTIONS_WITH_VALUE.contains(word)) {
        at++;
      } else if (!word.startsWith("-")) {
        String name = baseName(word);
        return Optional.of(name.equals("bundle") ? bundled(words, at + 1) : name);
      }
    }
    return Optional.empty();
  }

  /** The program that {@code bundle exec} runs in its own process. */
  private static String bundled(List<String> words, int from) {
    return from + 1 < words.size() && words.get(from).equals("exec")
        ? baseName(words.get(from + 1))
        : "bundle";
  }

  private static boolean matches(Set<String> programs, String name) {
    for (String program : programs) {
      if (name.startsWith(program) && isVersion(name, program.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVersion(String name, int from) {
    for (int at = from; at < name.length(); at++) {
      char character = name.charAt(at);
      if (character != '.' && (character < '0' || character > '9')) {
        return false;
      }
    }
    return true;
  }

  /** {@code gunicorn: master [app]}, {@code [celeryd: ...]}, {@code PM2 v7.0: God Daemon}. */
  private static String leadingName(String title) {
    int start = title.startsWith("[") ? 1 : 0;
    int end = start;
    while (end < title.length() && ": ]".indexOf(title.charAt(end)) < 0) {
      end++;
    }
    return baseName(title.substring(start, end)).toLowerCase(Locale.ROOT);
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
