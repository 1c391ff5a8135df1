package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** OOM kills that were counted of one start of a container. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedStartStatus(
    @JsonPropertyDescription("The pod's UID.") String pod,
    @JsonPropertyDescription("The beginning of the id that the runtime gave to this start.")
        String container,
    @JsonPropertyDescription("How many.") Long kills) {}
