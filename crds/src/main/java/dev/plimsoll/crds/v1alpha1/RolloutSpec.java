package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.RolloutSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import java.util.List;

/** When a change may be rolled out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(RolloutSchema.class)
public record RolloutSpec(
    @JsonPropertyDescription("The least time between two rollouts.") String cooldown,
    @JsonPropertyDescription(
            "The spans in which a rollout may start, such as Mon-Fri 08:00-18:00 Europe/Berlin. None means always.")
        List<String> windows,
    @JsonPropertyDescription("Accepts a rollout that takes every pod down at once.")
        Boolean allowDowntime) {}
