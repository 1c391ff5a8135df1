package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.CpuSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;

/** A bound on a knob that grows with the container's CPUs: perCore times CPUs, and plus. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(CpuSchema.class)
public record CpuSpec(
    @JsonPropertyDescription("Units for each CPU.") Integer perCore,
    @JsonPropertyDescription("Units beside.") Integer plus) {}
