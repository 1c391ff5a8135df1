package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.RuntimeSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import java.util.Map;

/** The server that the application runs on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(RuntimeSchema.class)
public record RuntimeSpec(
    @JsonPropertyDescription("The name of the server.") String type,
    @JsonPropertyDescription(
            "Flags to keep in the server's own arguments variable, without dashes; an empty value is a flag without one.")
        Map<String, String> arguments) {}
