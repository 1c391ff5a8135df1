package dev.plimsoll.operator.inject;

import dev.plimsoll.operator.apply.Sidecar;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.CapabilitiesBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the agent's sidecar. It must never keep a pod from starting or from being ready, so it has
 * no probe, and everything that it reads may be missing.
 *
 * @param budget the budget's name
 * @param container the container that it guards
 * @param user that the container's processes run as
 */
record SidecarTemplate(
    AgentSettings settings,
    String budget,
    Container container,
    AgentUser.Known user,
    QualityOfService qualityOfService) {
  /** Where the agent serves its metrics and samples. */
  static final int PORT = 9797;

  private static final String POLICY_FOLDER = "/etc/plimsoll";
  private static final String TOKEN_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final long ROOT = 0;
  private static final Capabilities NONE = new CapabilitiesBuilder().withDrop("ALL").build();

  Sidecar sidecar() {
    return new Sidecar(agent(), List.of(policies(), noToken()));
  }

  private Container agent() {
    return new ContainerBuilder()
        .withName(Sidecar.NAME)
        .withImage(settings.image())
        .withImagePullPolicy(settings.pullPolicy())
        .withRestartPolicy("Always")
        .withArgs(
            "--policy",
            POLICY_FOLDER + "/" + PolicyKey.of(budget),
            "--container",
            container.getName(),
            "--port",
            String.valueOf(PORT))
        .withEnv(own("PLIMSOLL_POD", "metadata.name"), own("PLIMSOLL_POD_UID", "metadata.uid"))
        .addNewPort()
        .withName(Sidecar.NAME)
        .withContainerPort(PORT)
        .withProtocol("TCP")
        .endPort()
        .withResources(resources())
        .withSecurityContext(security())
        .addNewVolumeMount()
        .withName(Sidecar.POLICY_VOLUME)
        .withMountPath(POLICY_FOLDER)
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName(Sidecar.NO_TOKEN_VOLUME)
        .withMountPath(TOKEN_FOLDER)
        .withReadOnly(true)
        .endVolumeMount()
        .build();
  }

  private static EnvVar own(String variable, String field) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewFieldRef()
        .withApiVersion("v1")
        .withFieldPath(field)
        .endFieldRef()
        .endValueFrom()
        .build();
  }

  private ResourceRequirements resources() {
    Map<String, Quantity> limits = amounts(settings.resources().getLimits());
    if (qualityOfService == QualityOfService.GUARANTEED) {
      return new ResourceRequirementsBuilder().withRequests(limits).withLimits(limits).build();
    }
    limits.remove("cpu");
    return new ResourceRequirementsBuilder()
        .withRequests(amounts(settings.resources().getRequests()))
        .withLimits(limits)
        .build();
  }

  private static Map<String, Quantity> amounts(Map<String, Quantity> byResource) {
    return byResource == null ? new TreeMap<>() : new TreeMap<>(byResource);
  }

  /** What PodSecurity "restricted" asks for, unless the application itself is root. */
  private SecurityContext security() {
    boolean isRoot = user.uid() == ROOT;
    return new SecurityContextBuilder()
        .withRunAsUser(user.uid())
        .withRunAsGroup(user.gid().isPresent() ? Long.valueOf(user.gid().getAsLong()) : null)
        .withRunAsNonRoot(!isRoot)
        .withAllowPrivilegeEscalation(isRoot ? null : false)
        .withReadOnlyRootFilesystem(true)
        .withCapabilities(isRoot ? capabilitiesOfRoot() : NONE)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  /** The kernel lets nobody read a process that has a capability more, and only root's have any. */
  private Capabilities capabilitiesOfRoot() {
    return container.getSecurityContext() == null
        ? null
        : container.getSecurityContext().getCapabilities();
  }

  private static Volume policies() {
    return new VolumeBuilder()
        .withName(Sidecar.POLICY_VOLUME)
        .withNewConfigMap()
        .withName(PolicyStore.NAME)
        .withOptional(true)
        .endConfigMap()
        .build();
  }

  /** The API server leaves a path alone that something is mounted at already. */
  private static Volume noToken() {
    return new VolumeBuilder()
        .withName(Sidecar.NO_TOKEN_VOLUME)
        .withNewEmptyDir()
        .endEmptyDir()
        .build();
  }
}
