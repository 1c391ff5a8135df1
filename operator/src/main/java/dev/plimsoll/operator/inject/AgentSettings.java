package dev.plimsoll.operator.inject;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/**
 * The agent's container as whoever installed the operator wants it.
 *
 * @param image with tag or digest
 * @param pullPolicy as the API names it
 * @param resources of which the CPU limit is for pods of guaranteed quality of service alone, where
 *     each container must have one
 */
public record AgentSettings(String image, String pullPolicy, ResourceRequirements resources) {
  public static final AgentSettings DEFAULT =
      new AgentSettings(
          "plimsoll/agent:latest",
          "IfNotPresent",
          new ResourceRequirementsBuilder()
              .addToRequests("cpu", new Quantity("10m"))
              .addToRequests("memory", new Quantity("48Mi"))
              .addToLimits("cpu", new Quantity("100m"))
              .addToLimits("memory", new Quantity("64Mi"))
              .build());
}
