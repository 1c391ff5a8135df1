package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.operator.diagnose.manifest.ServerSettings;
import java.util.List;

/** Memory keeps workers few that could share the application's pages. */
final class PreloadOff implements Diagnostic {
  private static final String PRELOAD = "preload";
  private static final Reference REFERENCE =
      Reference.advice(
          PreloadOff.class,
          "a plan that memory holds to fewer workers, under a server that could load the application before it forks and is not told to",
          "try preload, with connections opened after the fork, and lower the worker's memory by what is saved");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    ServerSettings settings = surroundings.settings();
    boolean isOff = settings.areWhole() && !settings.arguments().containsKey(PRELOAD);
    return WorkerKnob.planned(surroundings)
        .filter(line -> line.bound() == PlanLine.Bound.MEMORY)
        .filter(_ -> isOff && canPreload(surroundings))
        .map(
            line ->
                REFERENCE.finding(
                    "%s: memory holds knob %s at %d. With spec.runtime.arguments.preload workers share what the application loads; open database connections after the fork, and lower the knob's memory by what that saves."
                        .formatted(surroundings.containerName(), line.knob(), line.value())))
        .stream()
        .toList();
  }

  private static boolean canPreload(Surroundings surroundings) {
    return surroundings.runtime().arguments() instanceof ArgumentHome.OneLine line
        && line.flags().known().stream().anyMatch(flag -> flag.name().equals(PRELOAD));
  }
}
