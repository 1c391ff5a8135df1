package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.Mode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command or hook takes process 1 for the application, where the pod's processes share one
 * namespace and process 1 is the pause container's.
 */
public final class PidNamespaceRisk implements Diagnostic {
  private static final String START = "(?:^|[\\s;&|(`])";
  private static final String END = "(?=$|[\\s;&|)`])";

  /** What assumes process 1, by the words for it. */
  private static final Map<String, Pattern> ASSUMPTIONS =
      Map.of(
          "signals process 1",
          Pattern.compile(
              START
                  + "(?:/\\S*/)?kill(?>(?:\\s+(?:-s\\s+\\w+|-n\\s+\\w+|-\\w+))*+)(?:\\s+--)?\\s+1"
                  + END),
          "uses /proc/1",
          Pattern.compile("/proc/1(?=$|[/\\s;&|)`])"));

  /** Inits that refuse to run as any other process. */
  private static final Pattern INIT_FIRST =
      Pattern.compile("^(?:/init|/sbin/init|(?:/\\S*/)?systemd)" + END);

  private static final Reference REFERENCE =
      Reference.warning(
          PidNamespaceRisk.class,
          "a command, hook or probe that signals process 1, reads /proc/1 or starts an init that must be process 1, in a pod that shares its process namespace or that the agent's sidecar is to join; the sidecar stays out",
          "address the application's own process, or set agent.injection to None");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    boolean alreadyShared = Boolean.TRUE.equals(surroundings.pod().getShareProcessNamespace());
    boolean toBeShared =
        surroundings.budget().mode() != Mode.RECOMMEND
            && surroundings.budget().agent().injection() == AgentTerms.Injection.SIDECAR;
    if (!alreadyShared && !toBeShared) {
      return List.of();
    }
    return findings(surroundings.pod()).toList();
  }

  /** Whether a pod would suffer from a process namespace that its containers share. */
  public static boolean isIn(PodSpec pod) {
    return findings(pod).findAny().isPresent();
  }

  private static Stream<Finding> findings(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
        .flatMap(
            container ->
                places(container)
                    .flatMap(
                        place -> assumption(place).map(what -> finding(container, place, what))));
  }

  private static Finding finding(Container container, Place place, String assumption) {
    return REFERENCE.finding(
        "Container %s: its %s %s. Where a pod's processes share one namespace, process 1 is not the application's, so the agent's sidecar stays out unless the manifest shares it anyway. Address the application's own process, or set spec.agent.injection to None."
            .formatted(container.getName(), place.name(), assumption));
  }

  private static Stream<String> assumption(Place place) {
    Stream<String> init =
        place.isEntry() && INIT_FIRST.matcher(place.text()).find()
            ? Stream.of("starts an init that must be process 1")
            : Stream.empty();
    return Stream.concat(
        init,
        ASSUMPTIONS.entrySet().stream()
            .filter(entry -> entry.getValue().matcher(place.text()).find())
            .map(Map.Entry::getKey)
            .sorted());
  }

  private static Stream<Place> places(Container container) {
    Optional<Lifecycle> lifecycle = Optional.ofNullable(container.getLifecycle());
    String entry =
        String.join(
            " ",
            Stream.concat(container.getCommand().stream(), container.getArgs().stream()).toList());
    return Stream.of(
            Stream.of(new Place("command", entry)),
            hook("postStart hook", lifecycle.map(Lifecycle::getPostStart)),
            hook("preStop hook", lifecycle.map(Lifecycle::getPreStop)),
            probe("livenessProbe", container.getLivenessProbe()),
            probe("readinessProbe", container.getReadinessProbe()),
            probe("startupProbe", container.getStartupProbe()))
        .flatMap(place -> place);
  }

  private static Stream<Place> hook(String name, Optional<LifecycleHandler> hook) {
    return hook.map(LifecycleHandler::getExec).stream().map(exec -> Place.of(name, exec));
  }

  private static Stream<Place> probe(String name, Probe probe) {
    return Optional.ofNullable(probe).map(Probe::getExec).stream()
        .map(exec -> Place.of(name, exec));
  }

  /**
   * Where a container runs something.
   *
   * @param text the words, with blanks between them
   */
  private record Place(String name, String text) {
    static Place of(String name, ExecAction exec) {
      return new Place(name, String.join(" ", exec.getCommand()));
    }

    boolean isEntry() {
      return name.equals("command");
    }
  }
}
