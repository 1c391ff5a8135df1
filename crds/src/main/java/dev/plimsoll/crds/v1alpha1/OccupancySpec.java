package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.OccupancySchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;

/** How units in use are counted: exactly one of these. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(OccupancySchema.class)
public record OccupancySpec(
    @JsonPropertyDescription("Connections to this port elsewhere, such as a database's.")
        Integer remotePort,
    @JsonPropertyDescription("Connections accepted on this port.") Integer listenPort,
    @JsonPropertyDescription("Threads of the worker.") Boolean threads,
    @JsonPropertyDescription("Child processes of the worker.") Boolean children) {}
