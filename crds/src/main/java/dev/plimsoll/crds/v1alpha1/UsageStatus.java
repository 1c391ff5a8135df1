package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What the pods use, in steps of 2 % of the limit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageStatus(
    @JsonPropertyDescription("Memory that the kernel cannot take back, of the pod that has most.")
        String unreclaimable,
    @JsonPropertyDescription("What kubectl top shows, of the same pod.") String workingSet,
    @JsonPropertyDescription("The most that any pod has held.") String peak,
    @JsonPropertyDescription("How many pods were measured.") Integer pods,
    @JsonPropertyDescription("How many workers they have.") Integer workers,
    @JsonPropertyDescription("OOM kills, counted once each.") Long oomKills,
    @JsonPropertyDescription("When the latest one was.") String lastOomKill,
    @JsonPropertyDescription(
            "What was counted of starts that may still be told of, so that a restarted operator counts none of it again.")
        List<CountedStartStatus> counted) {}
