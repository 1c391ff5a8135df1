package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Placement;
import dev.plimsoll.operator.diagnose.manifest.ServerSettings;
import java.util.List;
import java.util.stream.Stream;

/** The server has the setting, but does not use it as it is run. */
final class SettingWithoutEffect implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.advice(
          SettingWithoutEffect.class,
          "an argument that the server ignores beside the others, such as worker-connections under gunicorn's sync workers",
          "choose the worker class that uses it, or take the argument out");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    ServerSettings settings = surroundings.settings();
    if (!settings.areWhole()) {
      return List.of();
    }
    return Stream.concat(settings.arguments().keySet().stream(), knobFlags(surroundings))
        .distinct()
        .flatMap(
            flag ->
                surroundings.runtime().whyIdle(flag, settings.arguments()).stream()
                    .map(
                        why ->
                            REFERENCE.finding(
                                "%s: %s has no effect, because %s, or take it out."
                                    .formatted(surroundings.containerName(), flag, why))))
        .toList();
  }

  private static Stream<String> knobFlags(Surroundings surroundings) {
    return surroundings.budget().knobs().stream()
        .flatMap(
            knob ->
                knob.placement() instanceof Placement.Argument(String flag)
                    ? Stream.of(flag)
                    : Stream.empty());
  }
}
