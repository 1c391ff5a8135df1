package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What would fit at a limit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CapacityStatus(
    @JsonPropertyDescription("The limit.") String limit,
    @JsonPropertyDescription("The values at this limit in one line; absent where nothing fits.")
        String plan,
    @JsonPropertyDescription("The users that fit beside the minimum plan, where perUser is given.")
        Integer users) {}
