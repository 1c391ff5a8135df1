package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.StatusSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What Plimsoll found and did. Written when its meaning changes, not at every sample. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(StatusSchema.class)
public record MemoryBudgetStatus(
    @JsonPropertyDescription("The generation of the spec that this status is about.")
        Long observedGeneration,
    @JsonPropertyDescription("The memory limit that the plan is made for.") String limit,
    @JsonPropertyDescription("The settings that fit.") PlanStatus plan,
    @JsonPropertyDescription("What a unit of each knob costs.") List<CostStatus> costs,
    @JsonPropertyDescription("What the pods use.") UsageStatus usage,
    @JsonPropertyDescription("Where the use is heading.") ForecastStatus forecast,
    @JsonPropertyDescription("Limits that would do.") RecommendationStatus recommendation,
    @JsonPropertyDescription("What would fit at other limits.") List<CapacityStatus> capacity,
    @JsonPropertyDescription("The latest actions, newest first.") List<ActionStatus> recentActions,
    @JsonPropertyDescription(
            "Ready, Feasible, Applied, MetricsAvailable, WithinBudget, Braked, Degraded.")
        List<Condition> conditions) {}
