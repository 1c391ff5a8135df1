package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.apply.EnvOwnership.Applied;
import dev.plimsoll.operator.apply.EnvOwnership.Duplicate;
import dev.plimsoll.operator.apply.EnvOwnership.Free;
import dev.plimsoll.operator.apply.EnvOwnership.FromEnvFrom;
import dev.plimsoll.operator.apply.EnvOwnership.Ours;
import dev.plimsoll.operator.apply.EnvOwnership.Record;
import dev.plimsoll.operator.apply.EnvOwnership.SetByHand;
import dev.plimsoll.operator.apply.EnvOwnership.ValueFrom;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Optional;

/** Tells whose a variable is from a workload's environment, managedFields and our annotations. */
record EnvClassifier(Workload workload, ManagedFields owners, Bookkeeping bookkeeping) {

  static EnvClassifier of(Workload workload) {
    return new EnvClassifier(workload, ManagedFields.of(workload), Bookkeeping.of(workload));
  }

  EnvOwnership classify(EnvKey key) {
    return workload
        .container(key.container())
        .map(container -> classify(container, key))
        .orElseGet(Free::new);
  }

  private EnvOwnership classify(Container container, EnvKey key) {
    List<EnvVar> entries =
        container.getEnv().stream().filter(env -> env.getName().equals(key.variable())).toList();
    return switch (entries.size()) {
      case 0 -> unnamed(container, key);
      case 1 -> named(container, entries.getFirst(), key);
      default -> new Duplicate(entries.size());
    };
  }

  private EnvOwnership named(Container container, EnvVar entry, EnvKey key) {
    if (entry.getValueFrom() != null) {
      return new ValueFrom(EnvSources.describe(entry.getValueFrom()));
    }
    String value = entry.getValue() == null ? "" : entry.getValue();
    List<FieldOwner> ofValue = owners.ownersOf(FieldPath.value(key));
    Optional<FieldOwner> other = ofValue.stream().filter(owner -> !owner.isPlimsoll()).findFirst();
    boolean isOurs = ofValue.stream().anyMatch(owner -> owner.isPlimsoll() && owner.applies());
    if (isOurs && other.filter(FieldOwner::applies).isEmpty()) {
      return new Ours(value, Record.KEPT, beneath(container, key));
    }
    if (other.isEmpty() && bookkeeping.holds(key, value)) {
      return new Ours(value, Record.GIVEN_UP, beneath(container, key));
    }
    Optional<FieldOwner> ofEntry = other.or(() -> ownerOfEntry(key));
    boolean isRemnant =
        value.isEmpty() && ofEntry.isEmpty() && owners.ours().contains(FieldPath.variable(key));
    return isRemnant ? unnamed(container, key) : setBy(value, ofEntry);
  }

  /**
   * An empty value is no field of its own, so only its entry has an owner. Where we alone own the
   * entry, an applier had taken our value over and then dropped it: what is left was never set.
   */
  private Optional<FieldOwner> ownerOfEntry(EnvKey key) {
    return owners.ownersOf(FieldPath.variable(key)).stream()
        .filter(owner -> !owner.isPlimsoll())
        .findFirst();
  }

  private EnvOwnership beneath(Container container, EnvKey key) {
    Original original = original(key);
    return original
        .value()
        .map(value -> setBy(value, original.owner()))
        .orElseGet(() -> unnamed(container, key));
  }

  /**
   * What a variable was before us. An applier that has stopped naming it since has given it up: its
   * value is kept alive by our record alone.
   */
  Original original(EnvKey key) {
    Original recorded = bookkeeping.original(key);
    boolean isNamed =
        owners.ownersOf(FieldPath.variable(key)).stream()
            .anyMatch(owner -> owner.applies() && !owner.isPlimsoll());
    return recorded.isApplied() && !isNamed ? Original.ABSENT : recorded;
  }

  private static EnvOwnership setBy(String value, Optional<FieldOwner> owner) {
    Optional<String> applier = owner.filter(FieldOwner::applies).map(FieldOwner::manager);
    return applier
        .<EnvOwnership>map(manager -> new Applied(value, manager))
        .orElseGet(() -> new SetByHand(value, owner.map(FieldOwner::manager)));
  }

  private static EnvOwnership unnamed(Container container, EnvKey key) {
    List<String> sources =
        container.getEnvFrom().stream()
            .filter(source -> permits(source, key.variable()))
            .map(EnvSources::describe)
            .toList();
    return sources.isEmpty() ? new Free() : new FromEnvFrom(sources);
  }

  private static boolean permits(EnvFromSource source, String variable) {
    return source.getPrefix() == null || variable.startsWith(source.getPrefix());
  }
}
