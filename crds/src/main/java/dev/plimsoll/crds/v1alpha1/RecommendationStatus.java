package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Limits that would do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationStatus(
    @JsonPropertyDescription("The smallest limit that the minimum of every knob fits in.")
        String minimumLimit,
    @JsonPropertyDescription("The smallest limit that the maximum of every knob fits in.")
        String fullLimit) {}
