package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What a unit of a knob costs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostStatus(
    @JsonPropertyDescription("The knob; base for what comes before the first worker.") String name,
    @JsonPropertyDescription("The memory of one unit, as planned with.") String cost,
    @JsonPropertyDescription("Declared or Learned.") String source,
    @JsonPropertyDescription("The standard error of a learned cost.") String error) {}
