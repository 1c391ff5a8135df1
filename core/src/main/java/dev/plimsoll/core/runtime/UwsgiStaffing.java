package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a uWSGI has workers. With {@code auto-procname} its processes say what they are; without
 * it, workers, mules, spoolers and the HTTP router are all alike, and only a command line that asks
 * for workers alone leaves no doubt.
 */
final class UwsgiStaffing {
  private static final Set<String> MASTER = Set.of("master", "M");

  /** Options that start more children than workers, or that may hide some in a file. */
  private static final Set<String> MORE_CHILDREN =
      Set.of(
          "http",
          "https",
          "http-to",
          "fastrouter",
          "rawrouter",
          "sslrouter",
          "mule",
          "mules",
          "farm",
          "spooler",
          "spooler-processes",
          "attach-daemon",
          "smart-attach-daemon",
          "emperor",
          "ini",
          "yaml",
          "yml",
          "xml",
          "json",
          "config");

  static final Set<String> VARIABLES =
      Stream.concat(Stream.of("master"), MORE_CHILDREN.stream())
          .map(option -> "UWSGI_" + option.toUpperCase(Locale.ROOT).replace('-', '_'))
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> FILES = List.of(".ini", ".yaml", ".yml", ".xml", ".json");

  private UwsgiStaffing() {}

  static Staffing of(ProcessFacts first) {
    if (first.title().isPresent()) {
      return first.title().get().contains("master") ? new Staffing.Workers() : new Staffing.Alone();
    }
    if (asks(first, MORE_CHILDREN) || readsFile(first)) {
      return new Staffing.Unclear(
          "uWSGI's workers cannot be told from its mules, spoolers and routers: set"
              + " UWSGI_AUTO_PROCNAME=true, or auto-procname in its configuration");
    }
    return asks(first, MASTER) ? new Staffing.Workers() : new Staffing.Alone();
  }

  private static boolean asks(ProcessFacts first, Set<String> options) {
    boolean onLine =
        first.arguments().stream()
            .filter(word -> word.startsWith("-"))
            .map(word -> word.replaceFirst("^--?", "").replaceFirst("=.*", ""))
            .anyMatch(options::contains);
    return onLine
        || first.variables().keySet().stream()
            .map(name -> name.replace("UWSGI_", "").toLowerCase(Locale.ROOT))
            .map(name -> name.replace('_', '-'))
            .anyMatch(options::contains);
  }

  private static boolean readsFile(ProcessFacts first) {
    return first.arguments().stream()
        .skip(1)
        .anyMatch(word -> FILES.stream().anyMatch(word::endsWith));
  }
}
