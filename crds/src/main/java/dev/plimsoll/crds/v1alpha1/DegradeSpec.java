package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;

/** What to set under sustained pressure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DegradeSpec(
    @JsonPropertyDescription("How long the pressure must last.") String after,
    @JsonPropertyDescription("The variables and their values under pressure.")
        Map<String, String> env) {}
