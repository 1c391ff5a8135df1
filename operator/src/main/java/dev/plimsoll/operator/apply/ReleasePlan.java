package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.apply.Disposition.OnRecord;
import dev.plimsoll.operator.apply.Disposition.Remove;
import dev.plimsoll.operator.apply.Disposition.Restore;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a workload is given back. First one patch, and so one rollout, for everything that its pods
 * see; then one for the bookkeeping. What the user has changed since we set it stays as it is.
 */
record ReleasePlan(Workload workload, EnvClassifier classifier) {

  /** The next request to give back what a budget has set; after it the workload is read anew. */
  static Step next(Workload workload, String budget) {
    ReleasePlan plan = new ReleasePlan(workload, EnvClassifier.of(workload));
    return plan.isHeldBy(budget) ? plan.next() : new Step.Done();
  }

  /** A second budget for the same workload never held it, so it has nothing to give back. */
  private boolean isHeldBy(String budget) {
    return classifier
        .bookkeeping()
        .applied()
        .map(applied -> applied.budget().equals(budget))
        .or(() -> BudgetLabel.on(workload).map(BudgetLabel.valueFor(budget)::equals))
        .orElse(true);
  }

  private Step next() {
    JsonPatch restoring = restoring();
    if (!restoring.isEmpty()) {
      return new Step.Edit(restoring);
    }
    JsonPatch forgetting = forgetting();
    return forgetting.isEmpty() ? new Step.Done() : new Step.Edit(forgetting);
  }

  private JsonPatch restoring() {
    JsonPatch patch = JsonPatch.of(workload.resourceVersion());
    List<EnvPosition> positions = new ArrayList<>(EnvPosition.allOf(workload));
    Set<EnvKey> ours = keys();
    // From the back, so that a removal moves no variable that is still to come.
    for (EnvPosition position : positions.reversed()) {
      if (ours.contains(position.key())) {
        patch = restoring(position, patch);
      }
    }
    patch = new SidecarRemoval(workload).addTo(patch);
    return BudgetLabel.on(workload).isPresent() ? patch.remove(BudgetLabel.PATH) : patch;
  }

  private JsonPatch restoring(EnvPosition position, JsonPatch patch) {
    return switch (disposition(position.key())) {
      case Restore(String value, Original original) when original.value().isPresent() ->
          patch.add(position.valuePath(), value);
      case Restore _, Remove _ -> patch.remove(position.path());
      default -> patch;
    };
  }

  private Disposition disposition(EnvKey key) {
    return Disposition.letting(OwnText.of(key, classifier), OnRecord.of(key, classifier.owners()));
  }

  private Set<EnvKey> keys() {
    Set<EnvKey> keys = new LinkedHashSet<>(classifier.bookkeeping().held().keySet());
    keys.addAll(ContainerPaths.variablesIn(classifier.owners().ours()));
    return keys;
  }

  private JsonPatch forgetting() {
    JsonPatch patch = JsonPatch.of(workload.resourceVersion());
    for (String annotation : Annotations.ALL) {
      if (workload.annotations().containsKey(annotation)) {
        patch = patch.remove(List.of("metadata", "annotations", annotation));
      }
    }
    RecordPatch records = RecordPatch.of(workload).withoutUs();
    for (Map.Entry<EnvKey, Original> original : classifier.bookkeeping().originals().entrySet()) {
      if (isBack(original.getKey(), original.getValue())) {
        records = records.handingBack(original.getKey(), original.getValue());
      }
    }
    return records.addTo(patch);
  }

  /** Whether a variable is as it was before us, and nobody has set it since. */
  private boolean isBack(EnvKey key, Original original) {
    Optional<String> literal = classifier.classify(key).literal();
    return original.value().isPresent()
        && original.value().equals(literal)
        && classifier.owners().ownersOf(FieldPath.value(key)).stream()
            .allMatch(FieldOwner::isPlimsoll);
  }

  /** Where a variable stands in the workload. */
  private record EnvPosition(EnvKey key, int container, int index) {

    static List<EnvPosition> allOf(Workload workload) {
      List<EnvPosition> all = new ArrayList<>();
      List<Container> containers = workload.containers();
      for (int at = 0; at < containers.size(); at++) {
        Container container = containers.get(at);
        for (int index = 0; index < container.getEnv().size(); index++) {
          EnvKey key = new EnvKey(container.getName(), container.getEnv().get(index).getName());
          all.add(new EnvPosition(key, at, index));
        }
      }
      return all;
    }

    List<Object> path() {
      return List.of("spec", "template", "spec", "containers", container, "env", index);
    }

    List<Object> valuePath() {
      List<Object> path = new ArrayList<>(path());
      path.add("value");
      return path;
    }
  }
}
