package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.RevisionEvidence.Change;
import dev.plimsoll.operator.observe.PodCache;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
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
    return without(before, container, variables).equals(without(newest, container, variables))
        ? Change.OURS_ALONE
        : Change.USERS_TOO;
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
    rest.getSpec()
        .setContainers(
            rest.getSpec().getContainers().stream()
                .map(each -> each.getName().equals(container) ? without(each, variables) : each)
                .toList());
    return rest;
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
