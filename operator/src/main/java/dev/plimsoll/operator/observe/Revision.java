package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a workload's pods.
 *
 * @param hash what their label of the revision says
 * @param template what they were made from
 */
public record Revision(String hash, PodTemplateSpec template) {
  private static final String OF_DEPLOYMENT = "pod-template-hash";
  private static final String OF_STATEFUL_SET = "controller-revision-hash";

  /** The hash of the revision that a pod is of; empty where its labels do not say. */
  public static String of(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return Optional.ofNullable(labels.get(OF_DEPLOYMENT))
        .or(() -> Optional.ofNullable(labels.get(OF_STATEFUL_SET)))
        .orElse("");
  }

  /** The label that a Deployment's controller adds to the template of each ReplicaSet. */
  static String labelOfDeployment() {
    return OF_DEPLOYMENT;
  }
}
