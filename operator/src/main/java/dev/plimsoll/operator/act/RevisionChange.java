package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.RevisionEvidence.Change;
import dev.plimsoll.operator.apply.Sidecar;
import dev.plimsoll.operator.observe.PodCache;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether two revisions differ by what we set alone. */
public final class RevisionChange {
  private static final Set<String> LABELS = Set.of(PodCache.LABEL, "pod-template-hash");

  private RevisionChange() {}

  /**
   * Compares two templates.
   *
   * @param variables those that we set on the container
   */
  public static Change between(
      PodTemplateSpec before, PodTemplateSpec newest, String container, Set<String> variables) {
    PodTemplateSpec one = without(before, container, variables);
    PodTemplateSpec other = without(newest, container, variables);
    if (hasSidecar(before) || hasSidecar(newest)) {
      one.getSpec().setShareProcessNamespace(null);
      other.getSpec().setShareProcessNamespace(null);
    }
    return one.equals(other) ? Change.OURS_ALONE : Change.USERS_TOO;
  }

  private static boolean hasSidecar(PodTemplateSpec template) {
    return template.getSpec().getInitContainers().stream().anyMatch(RevisionChange::isSidecar);
  }

  private static boolean isSidecar(Container container) {
    return container.getName().equals(Sidecar.NAME);
  }

  private static PodTemplateSpec without(
      PodTemplateSpec template, String container, Set<String> variables) {
    PodTemplateSpec rest = new PodTemplateSpecBuilder(template).build();
    Map<String, String> labels = rest.getMetadata().getLabels();
    rest.getMetadata()
        .setLabels(
            labels.entrySet().stream()
                .filter(label -> !LABELS.contains(label.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    withoutSidecar(rest.getSpec());
    rest.getSpec()
        .setContainers(
            rest.getSpec().getContainers().stream()
                .map(each -> each.getName().equals(container) ? without(each, variables) : each)
                .toList());
    return rest;
  }

  private static void withoutSidecar(PodSpec pod) {
    pod.setInitContainers(
        pod.getInitContainers().stream().filter(container -> !isSidecar(container)).toList());
    pod.setVolumes(
        pod.getVolumes().stream()
            .filter(volume -> !Sidecar.VOLUMES.contains(volume.getName()))
            .toList());
  }

  private static Container without(Container container, Set<String> variables) {
    return new ContainerBuilder(container)
        .withEnv(
            container.getEnv().stream()
                .filter(entry -> !variables.contains(entry.getName()))
                .toList())
        .build();
  }
}
