package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** The settings that fit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanStatus(
    @JsonPropertyDescription("The values in one line.") String summary,
    @JsonPropertyDescription("The values one by one.") List<PlannedKnobStatus> knobs,
    @JsonPropertyDescription("The base and every unit at its peak.") String total,
    @JsonPropertyDescription("What is left of the limit then.") String headroom,
    @JsonPropertyDescription("Why it is this plan.") String reason) {}
