package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.DegradeSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import java.util.Map;

/** What to set under sustained pressure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(DegradeSchema.class)
public record DegradeSpec(
    @JsonPropertyDescription("How long the pressure must last.") String after,
    @JsonPropertyDescription("The variables and their values under pressure.")
        Map<String, String> env) {}
