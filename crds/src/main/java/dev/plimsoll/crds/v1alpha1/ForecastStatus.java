package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Where the use is heading. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForecastStatus(
    @JsonPropertyDescription("How long until a worker meets the limit, if it goes on like this.")
        String timeToLimit,
    @JsonPropertyDescription("How much a worker grows in an hour.") String growthPerHour) {}
