package dev.plimsoll.operator.diagnose;

import java.util.List;

/** Every diagnostic that a manifest can answer. */
public final class Diagnostics {
  /** In the order in which findings are told: what fails first. */
  public static final List<Diagnostic> ALL =
      List.of(
          new NoLimit(),
          new Shadowed(),
          new EmptyValue(),
          new UnknownRuntimeSetting(),
          new SurgeDoesNotFit(),
          new MemoryBackedEmptyDir(),
          new SqliteInProduction(),
          new InMemoryChannelLayer(),
          new InMemoryRateLimit(),
          new DebugOn(),
          new DuplicateScheduler(),
          new TimeoutBelowUpstream(),
          new GraceShorterThanDrain(),
          new UwsgiTermReloads(),
          new PidNamespaceRisk(),
          new HpaOnMemory(),
          new StartupProbeMissing(),
          new ReadinessProbeMissing(),
          new SettingWithoutEffect(),
          new PreloadOff(),
          new WorkspaceUnbounded());

  private Diagnostics() {}

  /** What all of them see, in their order. */
  public static List<Finding> examine(Surroundings surroundings) {
    return ALL.stream().flatMap(diagnostic -> diagnostic.examine(surroundings).stream()).toList();
  }
}
