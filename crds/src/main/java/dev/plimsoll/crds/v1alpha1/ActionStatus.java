package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Something that Plimsoll did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionStatus(
    @JsonPropertyDescription("When.") String time,
    @JsonPropertyDescription("What.") String action,
    @JsonPropertyDescription("Why, in one word.") String reason,
    @JsonPropertyDescription("Why, in one line.") String message) {}
