package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stranger's workload: a pod that starts at once and does nothing, with a memory limit and
 * variables of its own.
 *
 * @param command what its shell runs
 * @param image the pods'
 * @param security what its pods say about it; empty where nothing
 */
public record App(
    String name,
    String limit,
    int replicas,
    Map<String, String> env,
    String command,
    String image,
    Optional<PodSecurity> security) {

  /** The image of the pods; holds a shell. */
  public static final String IMAGE = "plimsoll/stranger:e2e";

  /** The same, of another user than root. */
  public static final String IMAGE_OF_USER = "plimsoll/stranger:e2e-user";

  /** The user of {@link #IMAGE_OF_USER}. */
  public static final long USER = 1234;

  /** The group of whoever runs as a user that the manifest tells. */
  public static final long GROUP = 2000;

  /**
   * What PodSecurity "restricted" asks for.
   *
   * @param user the UID, where the manifest tells it
   */
  public record PodSecurity(Optional<Long> user) {}

  private static final String UNTIL_TOLD = "trap 'exit 0' TERM; sleep infinity & wait";

  public static App named(String name) {
    return new App(name, "512Mi", 1, Map.of(), UNTIL_TOLD, IMAGE, Optional.empty());
  }

  public App withEnv(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(env);
    more.put(variable, value);
    return new App(name, limit, replicas, more, command, image, security);
  }

  public App withLimit(String newLimit) {
    return new App(name, newLimit, replicas, env, command, image, security);
  }

  public App withReplicas(int count) {
    return new App(name, limit, count, env, command, image, security);
  }

  /** Passes PodSecurity "restricted" as this user. */
  public App asUser(long user) {
    return new App(
        name,
        limit,
        replicas,
        env,
        command,
        image,
        Optional.of(new PodSecurity(Optional.of(user))));
  }

  /** Passes PodSecurity "restricted" as the user that its image names. */
  public App asItsImageSays() {
    return new App(
        name,
        limit,
        replicas,
        env,
        command,
        IMAGE_OF_USER,
        Optional.of(new PodSecurity(Optional.empty())));
  }

  /** Runs this shell text before it waits; a failing text crashes the container. */
  public App running(String shell) {
    return new App(name, limit, replicas, env, shell + "; " + UNTIL_TOLD, image, security);
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
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withCommand("/bin/sh", "-c", command)
                .withEnv(variables)
                .withSecurityContext(security.map(App::context).orElse(null))
                .withNewResources()
                .addToLimits("memory", new Quantity(limit))
                .addToRequests("memory", new Quantity("16Mi"))
                .endResources()
                .build())
        .endSpec()
        .build();
  }

  private static SecurityContext context(PodSecurity security) {
    return new SecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withRunAsUser(security.user().orElse(null))
        .withRunAsGroup(security.user().map(_ -> GROUP).orElse(null))
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  private static String yaml(HasMetadata object) {
    return Serialization.asYaml(object);
  }
}
