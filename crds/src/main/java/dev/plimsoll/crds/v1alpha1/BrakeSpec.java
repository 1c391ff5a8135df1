package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** When OOM kills become a cascade. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrakeSpec(
    @JsonPropertyDescription("Kills on one pod.") Integer oomKills,
    @JsonPropertyDescription("The span in which they are counted.") String within) {}
