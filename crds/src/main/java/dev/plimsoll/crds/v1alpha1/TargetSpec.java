package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.TargetSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;

/** The workload that a budget is for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(TargetSchema.class)
public record TargetSpec(
    @JsonPropertyDescription("The API of the workload: apps/v1.") String apiVersion,
    @JsonPropertyDescription("Deployment or StatefulSet.") String kind,
    @JsonPropertyDescription("The workload's name, in the budget's namespace.") String name) {}
