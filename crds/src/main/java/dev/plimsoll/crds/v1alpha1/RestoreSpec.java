package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** When a plan that was reduced may grow again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestoreSpec(
    @JsonPropertyDescription("How long headroom must have held.") String after) {}
