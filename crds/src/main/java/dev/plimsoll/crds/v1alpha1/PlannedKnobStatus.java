package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** One knob of the plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedKnobStatus(
    @JsonPropertyDescription("The knob.") String name,
    @JsonPropertyDescription("The value that the plan wants.") Integer wanted,
    @JsonPropertyDescription("The value that the workload has, where it is known.")
        Integer effective,
    @JsonPropertyDescription("The memory of all its units.") String cost,
    @JsonPropertyDescription(
            "Where the value comes from: Plan, or Manifest where the user's own is kept.")
        String source) {}
