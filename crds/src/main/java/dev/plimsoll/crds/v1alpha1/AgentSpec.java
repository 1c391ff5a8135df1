package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How the agent gets into the pod. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentSpec(
    @JsonPropertyDescription(
            "Sidecar, or None where the image starts it or there is to be none. By default Sidecar, and None in mode Recommend.")
        String injection,
    @JsonPropertyDescription("The user that it runs as. By default the application's own.")
        Long runAsUser) {}
