package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the last two revisions of a workload: what tells them apart is what was changed. */
public final class RevisionReader {
  private static final String NUMBER = "deployment.kubernetes.io/revision";

  private final KubernetesClient client;

  public RevisionReader(KubernetesClient client) {
    this.client = client;
  }

  /** The newest revision and the one before it. */
  public record Pair(Revision newest, Revision before) {}

  /**
   * Reads them.
   *
   * @return empty while the controller has not seen the latest change, and where no earlier
   *     revision is kept
   */
  public Optional<Pair> lastTwo(Workload workload) {
    if (workload.rollout().observedGeneration() < workload.rollout().generation()) {
      return Optional.empty();
    }
    List<Revision> newestFirst =
        switch (workload) {
          case DeploymentWorkload deployment -> ofReplicaSets(deployment);
          case StatefulSetWorkload statefulSet -> ofControllerRevisions(statefulSet);
        };
    return newestFirst.size() < 2
        ? Optional.empty()
        : Optional.of(new Pair(newestFirst.get(0), newestFirst.get(1)));
  }

  private List<Revision> ofReplicaSets(DeploymentWorkload deployment) {
    return client
        .apps()
        .replicaSets()
        .inNamespace(deployment.namespace())
        .withLabelSelector(deployment.selector())
        .list()
        .getItems()
        .stream()
        .filter(set -> isOwned(set, deployment))
        .sorted(Comparator.comparing(RevisionReader::number).reversed())
        .map(set -> new Revision(hashOf(set), set.getSpec().getTemplate()))
        .toList();
  }

  private static long number(ReplicaSet set) {
    return Optional.ofNullable(set.getMetadata().getAnnotations().get(NUMBER))
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static String hashOf(ReplicaSet set) {
    return set.getMetadata().getLabels().getOrDefault(Revision.labelOfDeployment(), "");
  }

  private List<Revision> ofControllerRevisions(StatefulSetWorkload statefulSet) {
    return client
        .apps()
        .controllerRevisions()
        .inNamespace(statefulSet.namespace())
        .withLabelSelector(statefulSet.selector())
        .list()
        .getItems()
        .stream()
        .filter(revision -> isOwned(revision, statefulSet))
        .sorted(Comparator.comparing(ControllerRevision::getRevision).reversed())
        .map(revision -> new Revision(revision.getMetadata().getName(), templateOf(revision)))
        .toList();
  }

  /** The pods' label holds the revision's name. */
  private PodTemplateSpec templateOf(ControllerRevision revision) {
    Held held = client.getKubernetesSerialization().convertValue(revision.getData(), Held.class);
    return held.spec().template();
  }

  /** What a controller revision holds of a StatefulSet. */
  private record Held(Spec spec) {
    private record Spec(PodTemplateSpec template) {}
  }

  private static boolean isOwned(HasMetadata owned, Workload workload) {
    return owned.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(workload.uid()));
  }
}
