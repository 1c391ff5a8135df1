package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stranger's workload: a pod that starts at once and does nothing, with a memory limit and
 * variables of its own.
 *
 * @param command what its shell runs
 */
public record App(
    String name, String limit, int replicas, Map<String, String> env, String command) {

  /** The image of the pods; holds a shell. */
  public static final String IMAGE = "plimsoll/stranger:e2e";

  private static final String UNTIL_TOLD = "trap 'exit 0' TERM; sleep infinity & wait";

  public static App named(String name) {
    return new App(name, "512Mi", 1, Map.of(), UNTIL_TOLD);
  }

  public App withEnv(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(env);
    more.put(variable, value);
    return new App(name, limit, replicas, more, command);
  }

  public App withLimit(String newLimit) {
    return new App(name, newLimit, replicas, env, command);
  }

  public App withReplicas(int count) {
    return new App(name, limit, count, env, command);
  }

  /** Runs this shell text before it waits; a failing text crashes the container. */
  public App running(String shell) {
    return new App(name, limit, replicas, env, shell + "; " + UNTIL_TOLD);
  }

  /** The manifest of a Deployment, as its user keeps it. */
  public String deployment() {
    return yaml(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .withProgressDeadlineSeconds(20)
            .withNewSelector()
            .addToMatchLabels("app", name)
            .endSelector()
            .withTemplate(template())
            .endSpec()
            .build());
  }

  /** The manifest of a StatefulSet with this update strategy. */
  public String statefulSet(String updateStrategy) {
    return yaml(
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .withServiceName(name)
            .withNewUpdateStrategy()
            .withType(updateStrategy)
            .endUpdateStrategy()
            .withNewSelector()
            .addToMatchLabels("app", name)
            .endSelector()
            .withTemplate(template())
            .endSpec()
            .build());
  }

  private PodTemplateSpec template() {
    List<EnvVar> variables = new ArrayList<>();
    env.forEach((variable, value) -> variables.add(new EnvVar(variable, value, null)));
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(2L)
        .withContainers(
            new ContainerBuilder()
                .withName("web")
                .withImage(IMAGE)
                .withImagePullPolicy("IfNotPresent")
                .withCommand("/bin/sh", "-c", command)
                .withEnv(variables)
                .withNewResources()
                .addToLimits("memory", new Quantity(limit))
                .addToRequests("memory", new Quantity("16Mi"))
                .endResources()
                .build())
        .endSpec()
        .build();
  }

  private static String yaml(HasMetadata object) {
    return Serialization.asYaml(object);
  }
}
