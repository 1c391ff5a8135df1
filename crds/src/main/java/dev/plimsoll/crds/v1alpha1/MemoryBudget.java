package dev.plimsoll.crds.v1alpha1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A budget of memory for one workload: which settings size it, and what a unit of each costs. */
@Group(MemoryBudget.GROUP)
@Version(MemoryBudget.VERSION)
@ShortNames("mb")
public class MemoryBudget extends CustomResource<MemoryBudgetSpec, MemoryBudgetStatus>
    implements Namespaced {
  public static final String GROUP = "plimsoll.dev";
  public static final String VERSION = "v1alpha1";
}
