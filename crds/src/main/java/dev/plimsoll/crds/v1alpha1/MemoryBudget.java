package dev.plimsoll.crds.v1alpha1;

import dev.plimsoll.core.spec.Bounds;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A budget of memory for one workload: which settings size it, and what a unit of each costs. */
@Group(MemoryBudget.GROUP)
@Version(MemoryBudget.VERSION)
@ShortNames("mb")
@AdditionalPrinterColumn(name = "Target", jsonPath = ".spec.targetRef.name")
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode")
@AdditionalPrinterColumn(name = "Plan", jsonPath = ".status.plan.summary")
@AdditionalPrinterColumn(name = "Used", jsonPath = ".status.usage.unreclaimable")
@AdditionalPrinterColumn(name = "Limit", jsonPath = ".status.limit")
@AdditionalPrinterColumn(
    name = "OOMKills",
    jsonPath = ".status.usage.oomKills",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
    value = "size(self.metadata.name) <= " + Bounds.NAME_LENGTH,
    message = "metadata.name is longer than 63 characters: choose a shorter name")
public class MemoryBudget extends CustomResource<MemoryBudgetSpec, MemoryBudgetStatus>
    implements Namespaced {
  public static final String GROUP = "plimsoll.dev";
  public static final String VERSION = "v1alpha1";
}
