package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.plimsoll.crds.schema.SpecSchema;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import java.util.List;

/** What a user asks for. A component is null where the user left it out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SchemaCustomizer(SpecSchema.class)
public record MemoryBudgetSpec(
    @JsonPropertyDescription("The workload that this budget sizes. It cannot be changed.")
        TargetSpec targetRef,
    @JsonPropertyDescription("The container to size. Needed only when the pod has several.")
        String container,
    @JsonPropertyDescription(
            "How far Plimsoll goes: Recommend plans and writes nothing to the workload, Guard watches from inside the pod, Enforce sets the planned values as well.")
        String mode,
    @JsonPropertyDescription("Holds everything as it is.") Boolean paused,
    @JsonPropertyDescription("The memory of the container.") MemorySpec memory,
    @JsonPropertyDescription("The server that the application runs on.") RuntimeSpec runtime,
    @JsonPropertyDescription(
            "The settings that the application reads and what a unit of each costs.")
        List<KnobSpec> knobs,
    @JsonPropertyDescription("How the agent guards a pod.") GuardSpec guard,
    @JsonPropertyDescription("When a change may be rolled out.") RolloutSpec rollout,
    @JsonPropertyDescription("When a plan that was reduced may grow again.") RestoreSpec restore,
    @JsonPropertyDescription("When OOM kills become a cascade that only the smallest plan ends.")
        BrakeSpec brake,
    @JsonPropertyDescription("Variables to set under sustained pressure, given back after calm.")
        DegradeSpec degrade,
    @JsonPropertyDescription("How the agent gets into the pod.") AgentSpec agent,
    @JsonPropertyDescription(
            "What to do with a knob's variable that the manifest already sets: Auto takes values set by hand and respects those of a server-side applier, Respect takes neither, Override takes both.")
        String conflicts) {}
