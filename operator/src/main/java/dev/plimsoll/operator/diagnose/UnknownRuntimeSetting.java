package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentLine;
import dev.plimsoll.core.runtime.FlagCatalog;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.operator.diagnose.manifest.ServerSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The manifest gives the server a setting that the server does not have. */
final class UnknownRuntimeSetting implements Diagnostic {
  /** Variables by which configuration files are told of a lifetime that gunicorn does not know. */
  private static final Set<String> LIFETIMES =
      Set.of("MAX_WORKER_LIFETIME", "GUNICORN_MAX_WORKER_LIFETIME");

  private static final Reference REFERENCE =
      Reference.warning(
          UnknownRuntimeSetting.class,
          "a flag that the server does not have, such as gunicorn's max-worker-lifetime, in its arguments variable, on its command line or in a variable of that name",
          "remove it, or write the setting that is named instead");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.runtime().arguments() instanceof ArgumentHome.OneLine line
            && line.flags().others().isEmpty()
        ? Stream.of(
                inLine(surroundings, line),
                onCommandLine(surroundings, line.flags()),
                inVariables(surroundings))
            .flatMap(what -> what)
            .map(what -> REFERENCE.finding(surroundings.containerName() + ": " + what + "."))
            .toList()
        : List.of();
  }

  private static Stream<String> inLine(Surroundings surroundings, ArgumentHome.OneLine home) {
    return surroundings.variables().value(home.variable()).stream()
        .flatMap(text -> unknown(home, text))
        .map(what -> "in %s, %s".formatted(home.variable(), what));
  }

  private static Stream<String> unknown(ArgumentHome.OneLine home, String text) {
    try {
      return ArgumentLine.read(home, text).unknownFlags().stream()
          .flatMap(
              flag ->
                  home.flags().refusal(flag, "").stream().map(why -> "%s %s".formatted(flag, why)));
    } catch (MalformedLineException unreadable) {
      return Stream.of(unreadable.getMessage());
    }
  }

  private static Stream<String> onCommandLine(Surroundings surroundings, FlagCatalog flags) {
    ServerSettings settings = surroundings.settings();
    return flags.mistaken().entrySet().stream()
        .filter(entry -> settings.namesOnCommandLine("--" + entry.getKey()))
        .map(entry -> "on the command line, --%s %s".formatted(entry.getKey(), entry.getValue()))
        .sorted();
  }

  private static Stream<String> inVariables(Surroundings surroundings) {
    return surroundings
        .variables()
        .literal()
        .filter(variable -> LIFETIMES.contains(variable.name()))
        .flatMap(
            variable ->
                surroundings.runtime().refusal("max-worker-lifetime", variable.value()).stream()
                    .map(
                        why ->
                            "%s asks for max_worker_lifetime, which %s"
                                .formatted(variable.name(), why)));
  }
}
