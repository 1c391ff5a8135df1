package dev.plimsoll.crds.v1alpha1;

import dev.plimsoll.core.spec.BudgetDraft;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** From the object on the wire to core's draft: absent fields become empty, nothing is checked. */
public final class BudgetMapping {
  private static final MemoryBudgetSpec EMPTY =
      new MemoryBudgetSpec(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  private static final KnobSpec NO_KNOB =
      new KnobSpec(null, null, null, null, null, null, null, null, null, null, null, null, null);

  private BudgetMapping() {}

  /** The draft that a resource holds; one without a spec is a draft without fields. */
  public static BudgetDraft draftOf(MemoryBudget resource) {
    MemoryBudgetSpec spec = Optional.ofNullable(resource.getSpec()).orElse(EMPTY);
    return new BudgetDraft(
        map(resource.getMetadata(), ObjectMeta::getName).orElse(""),
        map(spec.targetRef(), BudgetMapping::target),
        Optional.ofNullable(spec.container()),
        Optional.ofNullable(spec.mode()),
        Optional.ofNullable(spec.paused()),
        map(spec.memory(), BudgetMapping::memory),
        map(spec.runtime(), BudgetMapping::runtime),
        list(spec.knobs(), NO_KNOB).stream().map(BudgetMapping::knob).toList(),
        map(spec.guard(), BudgetMapping::guard),
        map(spec.rollout(), BudgetMapping::rollout),
        map(
            spec.restore(),
            restore -> new BudgetDraft.Restore(Optional.ofNullable(restore.after()))),
        map(spec.brake(), BudgetMapping::brake),
        map(spec.degrade(), BudgetMapping::degrade),
        map(spec.agent(), BudgetMapping::agent),
        Optional.ofNullable(spec.conflicts()));
  }

  private static BudgetDraft.Target target(TargetSpec target) {
    return new BudgetDraft.Target(
        Optional.ofNullable(target.apiVersion()),
        Optional.ofNullable(target.kind()),
        Optional.ofNullable(target.name()));
  }

  private static BudgetDraft.Memory memory(MemorySpec memory) {
    return new BudgetDraft.Memory(
        map(memory.limit(), MemoryQuantity::text),
        map(memory.base(), MemoryQuantity::text),
        map(memory.reserve(), MemoryQuantity::text),
        map(memory.perUser(), MemoryQuantity::text));
  }

  private static BudgetDraft.Runtime runtime(RuntimeSpec runtime) {
    return new BudgetDraft.Runtime(
        Optional.ofNullable(runtime.type()), inOrder(runtime.arguments()));
  }

  private static BudgetDraft.Knob knob(KnobSpec knob) {
    return new BudgetDraft.Knob(
        Optional.ofNullable(knob.name()),
        Optional.ofNullable(knob.env()),
        Optional.ofNullable(knob.argument()),
        Optional.ofNullable(knob.template()),
        Optional.ofNullable(knob.per()),
        map(knob.memory(), MemoryQuantity::text),
        Optional.ofNullable(knob.min()),
        Optional.ofNullable(knob.max()),
        Optional.ofNullable(knob.step()),
        map(
            knob.cpu(),
            cpu ->
                new BudgetDraft.Cpu(
                    Optional.ofNullable(cpu.perCore()), Optional.ofNullable(cpu.plus()))),
        Optional.ofNullable(knob.maxTotal()),
        Optional.ofNullable(knob.weight()),
        map(knob.occupancy(), BudgetMapping::occupancy));
  }

  private static BudgetDraft.Occupancy occupancy(OccupancySpec occupancy) {
    return new BudgetDraft.Occupancy(
        Optional.ofNullable(occupancy.remotePort()),
        Optional.ofNullable(occupancy.listenPort()),
        Optional.ofNullable(occupancy.threads()),
        Optional.ofNullable(occupancy.children()));
  }

  private static BudgetDraft.Guard guard(GuardSpec guard) {
    return new BudgetDraft.Guard(
        Optional.ofNullable(guard.softPercent()),
        Optional.ofNullable(guard.hardPercent()),
        Optional.ofNullable(guard.maxWorkerAge()),
        Optional.ofNullable(guard.drain()),
        map(guard.actions(), actions -> list(actions, "")));
  }

  private static BudgetDraft.Rollout rollout(RolloutSpec rollout) {
    return new BudgetDraft.Rollout(
        Optional.ofNullable(rollout.cooldown()),
        list(rollout.windows(), ""),
        Optional.ofNullable(rollout.allowDowntime()));
  }

  private static BudgetDraft.Brake brake(BrakeSpec brake) {
    return new BudgetDraft.Brake(
        Optional.ofNullable(brake.oomKills()), Optional.ofNullable(brake.within()));
  }

  private static BudgetDraft.Degrade degrade(DegradeSpec degrade) {
    return new BudgetDraft.Degrade(Optional.ofNullable(degrade.after()), inOrder(degrade.env()));
  }

  private static BudgetDraft.Agent agent(AgentSpec agent) {
    return new BudgetDraft.Agent(
        Optional.ofNullable(agent.injection()), Optional.ofNullable(agent.runAsUser()));
  }

  private static <A, B> Optional<B> map(A written, Function<A, B> mapping) {
    return Optional.ofNullable(written).map(mapping);
  }

  /** A list without gaps: YAML may have a null where an entry belongs. */
  private static <A> List<A> list(List<A> written, A inGaps) {
    return written == null
        ? List.of()
        : written.stream().map(entry -> Optional.ofNullable(entry).orElse(inGaps)).toList();
  }

  private static Map<String, String> inOrder(Map<String, String> written) {
    Map<String, String> entries = new LinkedHashMap<>();
    map(written, Map::entrySet)
        .orElse(Set.of())
        .forEach(
            entry -> entries.put(entry.getKey(), Optional.ofNullable(entry.getValue()).orElse("")));
    return Collections.unmodifiableMap(entries);
  }
}
