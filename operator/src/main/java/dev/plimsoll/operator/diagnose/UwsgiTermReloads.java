package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.ServerSettings;
import io.fabric8.kubernetes.api.model.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** uWSGI starts anew when Kubernetes asks it to stop. */
final class UwsgiTermReloads implements Diagnostic {
  private static final Set<String> OWN_HANDLING = Set.of("die-on-term", "hook-master-start");
  private static final Reference REFERENCE =
      Reference.warning(
          UwsgiTermReloads.class,
          "uWSGI started without die-on-term, without a configuration file that may hold it, and without a preStop hook or stop signal of its own",
          "add --die-on-term, or UWSGI_DIE_ON_TERM=true");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    ServerSettings settings = surroundings.settings();
    boolean reloads =
        surroundings.runtime().name().equals("uwsgi")
            && settings.areWhole()
            && settings.arguments().keySet().stream().noneMatch(OWN_HANDLING::contains)
            && !stopsByItself(surroundings);
    return reloads
        ? List.of(
            REFERENCE.finding(
                "%s: uWSGI reloads on SIGTERM instead of stopping, so every pod runs until it is killed and its requests are cut off. Add --die-on-term, or UWSGI_DIE_ON_TERM=true."
                    .formatted(surroundings.containerName())))
        : List.of();
  }

  private static boolean stopsByItself(Surroundings surroundings) {
    Optional<Lifecycle> lifecycle = Optional.ofNullable(surroundings.container().getLifecycle());
    boolean hasHook =
        lifecycle.map(Lifecycle::getPreStop).filter(hook -> hook.getExec() != null).isPresent();
    return hasHook || lifecycle.map(Lifecycle::getStopSignal).isPresent();
  }
}
