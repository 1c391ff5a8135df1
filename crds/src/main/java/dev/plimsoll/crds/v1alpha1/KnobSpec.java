package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.KnobSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;

/** A setting that the application reads. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(KnobSchema.class)
public record KnobSpec(
    @JsonPropertyDescription("The name of the knob, unique in the budget.") String name,
    @JsonPropertyDescription(
            "The variable that its value is written to. By default the server's own for this name.")
        String env,
    @JsonPropertyDescription(
            "The flag of the server that its value is written to, without dashes, in place of a variable.")
        String argument,
    @JsonPropertyDescription("The text of the variable, with {value} where the number goes.")
        String template,
    @JsonPropertyDescription("The knob that each has this many of its own: a pool per workers.")
        String per,
    @JsonPropertyDescription("What one unit costs at its peak.") MemoryQuantity memory,
    @JsonPropertyDescription("The smallest value.") Integer min,
    @JsonPropertyDescription(
            "The largest value. Needed unless cpu is given; workers without either are bound by 2 per CPU and 1.")
        Integer max,
    @JsonPropertyDescription("Values go up from min in steps of this.") Integer step,
    @JsonPropertyDescription("A further bound, by the container's CPUs.") CpuSpec cpu,
    @JsonPropertyDescription("A bound on the units of all replicas together.") Integer maxTotal,
    @JsonPropertyDescription(
            "What a unit is worth beside those of other knobs: 4 for a knob that others are per, 1 otherwise.")
        Integer weight,
    @JsonPropertyDescription("How units in use are counted, for learning what they cost.")
        OccupancySpec occupancy) {}
