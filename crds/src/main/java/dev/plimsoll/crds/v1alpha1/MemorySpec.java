package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.MemorySchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;

/** What is known of the container's memory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(MemorySchema.class)
public record MemorySpec(
    @JsonPropertyDescription(
            "The limit to plan for. By default the container's own; of the two the smaller counts.")
        MemoryQuantity limit,
    @JsonPropertyDescription("What the application holds before its first worker.")
        MemoryQuantity base,
    @JsonPropertyDescription("What the plan leaves free: a quantity, or a percentage of the limit.")
        MemoryQuantity reserve,
    @JsonPropertyDescription("What one concurrent user holds; only used to say how many users fit.")
        MemoryQuantity perUser) {}
