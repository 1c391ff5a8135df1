package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.GuardSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import java.util.List;

/** How the agent guards a pod. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(GuardSchema.class)
public record GuardSpec(
    @JsonPropertyDescription(
            "The share of the limit above which the agent watches, and below which a plan stays.")
        Integer softPercent,
    @JsonPropertyDescription(
            "The share of the limit above which the agent acts at once. By default 93.")
        Integer hardPercent,
    @JsonPropertyDescription("The age at which a worker is recycled whatever it holds.")
        String maxWorkerAge,
    @JsonPropertyDescription(
            "How long a worker may take to finish. By default the server's graceful timeout and five seconds.")
        String drain,
    @JsonPropertyDescription(
            "What is allowed, mildest first: RecycleWorker, ShedWorker, ReducePlan, EvictPod. By default all but EvictPod.")
        List<String> actions) {}
