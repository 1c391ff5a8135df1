package dev.plimsoll.operator.apply;

import static dev.plimsoll.operator.apply.AgentPlacement.Rollout.DUE;
import static dev.plimsoll.operator.apply.AgentPlacement.Rollout.NOT_DUE;

import dev.plimsoll.operator.apply.Disposition.GiveUp;
import dev.plimsoll.operator.apply.Disposition.HandBack;
import dev.plimsoll.operator.apply.Disposition.Keep;
import dev.plimsoll.operator.apply.Disposition.Leave;
import dev.plimsoll.operator.apply.Disposition.OnRecord;
import dev.plimsoll.operator.apply.Disposition.Put;
import dev.plimsoll.operator.apply.Disposition.Remove;
import dev.plimsoll.operator.apply.Disposition.Restore;
import dev.plimsoll.operator.apply.Disposition.Yield;
import dev.plimsoll.operator.observe.Workload;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What separates a workload from what is wanted of it.
 *
 * @param variables what is to happen with each variable that is ours or is to be, in the workload's
 *     order
 * @param podLabel the value that the pods' label is to have
 * @param sidecar the agent's that the pods are to have
 */
record WorkloadPatch(
    Workload workload,
    DesiredSettings settings,
    Map<EnvKey, Disposition> variables,
    Optional<String> podLabel,
    Optional<Sidecar> sidecar) {

  static WorkloadPatch of(Workload workload, DesiredSettings settings) {
    WorkloadPatch patch = with(settings.agent().settled(workload, NOT_DUE), workload, settings);
    return PodChange.of(patch)
        ? with(settings.agent().settled(workload, DUE), workload, settings)
        : patch;
  }

  private static WorkloadPatch with(
      Optional<Sidecar> sidecar, Workload workload, DesiredSettings settings) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    Map<String, String> values = settings.valuesBeside(sidecar);
    Map<EnvKey, Disposition> variables = new LinkedHashMap<>();
    for (EnvKey key :
        EnvOrder.of(workload).sorted(keys(settings.container(), values, classifier))) {
      OwnText text = OwnText.of(key, classifier);
      OnRecord onRecord = OnRecord.of(key, classifier.owners());
      boolean isWanted =
          key.container().equals(settings.container()) && values.containsKey(key.variable());
      variables.put(
          key,
          isWanted
              ? Disposition.wanting(values.get(key.variable()), text, onRecord)
              : Disposition.letting(text, onRecord));
    }
    return new WorkloadPatch(
        workload, settings, variables, podLabel(workload, settings, variables, sidecar), sidecar);
  }

  /** Wanted variables, and every variable that may still have something of ours. */
  private static Set<EnvKey> keys(
      String container, Map<String, String> values, EnvClassifier classifier) {
    Set<EnvKey> keys = new LinkedHashSet<>();
    values.keySet().forEach(variable -> keys.add(new EnvKey(container, variable)));
    keys.addAll(classifier.bookkeeping().held().keySet());
    keys.addAll(classifier.bookkeeping().originals().keySet());
    keys.addAll(ContainerPaths.variablesIn(classifier.owners().ours()));
    keys.removeIf(key -> classifier.workload().container(key.container()).isEmpty());
    return keys;
  }

  private static Optional<String> podLabel(
      Workload workload,
      DesiredSettings settings,
      Map<EnvKey, Disposition> variables,
      Optional<Sidecar> sidecar) {
    return switch (settings.label()) {
      case AS_FOUND -> BudgetLabel.on(workload);
      case WHILE_HELD ->
          sidecar.isPresent() || variables.values().stream().anyMatch(WorkloadPatch::isHeld)
              ? Optional.of(BudgetLabel.valueFor(settings.budget()))
              : Optional.empty();
    };
  }

  private static boolean isHeld(Disposition disposition) {
    return disposition instanceof Put
        || disposition instanceof Keep
        || disposition instanceof GiveUp;
  }

  /** The next request; after it the workload is read anew. */
  Step next() {
    RecordPatch records = recordsOfVariables();
    if (!records.isEmpty()) {
      return edit(records);
    }
    JsonPatch removal = removalOfSidecar();
    if (!removal.isEmpty()) {
      return new Step.Edit(removal);
    }
    PartialObject object = partialObject();
    if (OurPart.of(workload).differsFrom(object)) {
      return new Step.Apply(object);
    }
    RecordPatch containers = RecordPatch.of(workload).withoutContainers();
    return containers.isEmpty() ? new Step.Done() : edit(containers);
  }

  /** Leaving it out of what we apply takes out only what nobody else is on record for. */
  private JsonPatch removalOfSidecar() {
    JsonPatch patch = JsonPatch.of(workload.resourceVersion());
    return sidecar.isEmpty() && Sidecar.isOfOthersToo(ManagedFields.of(workload))
        ? new SidecarRemoval(workload).addTo(patch)
        : patch;
  }

  private Step edit(RecordPatch records) {
    return new Step.Edit(records.addTo(JsonPatch.of(workload.resourceVersion())));
  }

  private RecordPatch recordsOfVariables() {
    RecordPatch patch = RecordPatch.of(workload);
    for (Map.Entry<EnvKey, Disposition> variable : variables.entrySet()) {
      patch =
          switch (variable.getValue()) {
            case GiveUp _, Yield _ -> patch.without(variable.getKey());
            case HandBack back ->
                patch.without(variable.getKey()).handingBack(variable.getKey(), back.original());
            case Put _, Keep _, Restore _, Remove _, Leave _ -> patch;
          };
    }
    return patch;
  }

  /** What we would apply now. */
  PartialObject partialObject() {
    Map<EnvKey, String> applied = new LinkedHashMap<>();
    variables.forEach(
        (key, disposition) -> {
          switch (disposition) {
            case Put put -> applied.put(key, put.value());
            case Restore restore -> applied.put(key, restore.value());
            case Keep _, GiveUp _, HandBack _, Remove _, Yield _, Leave _ -> {}
          }
        });
    return new PartialObject(
        workload, AnnotationWriter.write(bookkeeping()), podLabel, applied, sidecar);
  }

  private Bookkeeping bookkeeping() {
    Map<String, String> held = new LinkedHashMap<>();
    Map<EnvKey, Original> originals = new LinkedHashMap<>();
    variables.forEach(
        (key, disposition) -> {
          switch (disposition) {
            case Put(String value, Original original) ->
                hold(key, value, original, held, originals);
            case Keep(String value, Original original) ->
                hold(key, value, original, held, originals);
            case GiveUp(String value, Original original) ->
                hold(key, value, original, held, originals);
            case Restore restore -> originals.put(key, restore.original());
            case HandBack back -> originals.put(key, back.original());
            case Remove _, Yield _, Leave _ -> {}
          }
        });
    return Bookkeeping.of(workload).followedBy(settings, held, originals, podLabel, sidecar);
  }

  private static void hold(
      EnvKey key,
      String value,
      Original original,
      Map<String, String> held,
      Map<EnvKey, Original> originals) {
    held.put(key.variable(), value);
    originals.put(key, original);
  }
}
