package dev.plimsoll.core.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link DesiredEnvironment} while its values are being gathered. */
final class EnvironmentDraft {
  private final RuntimeProfile profile;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<ArgumentHome.OneLine, Map<String, String>> lines = new LinkedHashMap<>();

  EnvironmentDraft(RuntimeProfile profile) {
    this.profile = profile;
  }

  /** A value that is all of a variable, unless it is flags for a variable that holds many. */
  void variable(String name, String value) {
    Optional<ArgumentHome.OneLine> line = RuntimeProfiles.lineIn(name);
    Map<String, String> flags =
        line.map(home -> ArgumentLine.read(home, value).flags()).orElse(Map.of());
    if (flags.isEmpty()) {
      variables.put(name, value);
    } else {
      flagsOf(line.orElseThrow()).putAll(flags);
    }
  }

  void argument(String flag, String value) {
    switch (profile.arguments()) {
      case ArgumentHome.OneLine line -> flagsOf(line).putIfAbsent(flag, value);
      case ArgumentHome.VariablePerFlag home ->
          variables.putIfAbsent(home.variable(flag), home.valueOf(value));
      case ArgumentHome.Nowhere nowhere ->
          throw new IllegalArgumentException(flag + " " + nowhere.remedy());
    }
  }

  private Map<String, String> flagsOf(ArgumentHome.OneLine line) {
    return lines.computeIfAbsent(line, _ -> new LinkedHashMap<>());
  }

  DesiredEnvironment finished() {
    List<ArgumentWords> words =
        lines.entrySet().stream()
            .map(entry -> new ArgumentWords(entry.getKey(), entry.getValue()))
            .toList();
    return new DesiredEnvironment(variables, words);
  }
}
