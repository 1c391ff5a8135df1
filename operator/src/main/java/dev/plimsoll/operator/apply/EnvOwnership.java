package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import java.util.List;
import java.util.Optional;

/** Whose an environment variable of a container is, as the workload itself tells. */
public sealed interface EnvOwnership {

  /** Classifies one variable of one container. */
  static EnvOwnership of(Workload workload, String container, String variable) {
    return EnvClassifier.of(workload).classify(new EnvKey(container, variable));
  }

  /** Nobody sets it. */
  record Free() implements EnvOwnership {}

  /**
   * We set it, and it still is as we set it or under our manager alone.
   *
   * @param value as it is now
   * @param record whether the API server knows it as ours
   * @param beneath what it would be without us
   */
  record Ours(String value, Record record, EnvOwnership beneath) implements EnvOwnership {}

  /** Somebody else sets it, to the very value that is wanted. */
  record SameValue(String value, EnvOwnership setting) implements EnvOwnership {}

  /**
   * Set by writes that never conflict: kubectl apply, set or edit, and Helm's client side.
   *
   * @param manager whose, where it is recorded
   */
  record SetByHand(String value, Optional<String> manager) implements EnvOwnership {}

  /** Set by a server-side applier, such as Helm 4, Flux or Argo CD. */
  record Applied(String value, String manager) implements EnvOwnership {}

  /** Set to what a ConfigMap, Secret or field holds when a pod starts. */
  record ValueFrom(String source) implements EnvOwnership {}

  /** Named more than once. */
  record Duplicate(int times) implements EnvOwnership {}

  /** Not named, but these sources may hold it; what is in them is not read. */
  record FromEnvFrom(List<String> sources) implements EnvOwnership {}

  /** Whether {@code managedFields} name us for a value of ours. */
  enum Record {
    /** They do. */
    KEPT,
    /** We gave the record up, so that the applier it was taken from does not meet a conflict. */
    GIVEN_UP
  }

  /** The literal text that is in force, where there is one. */
  default Optional<String> literal() {
    return switch (this) {
      case Ours ours -> Optional.of(ours.value());
      case SameValue same -> Optional.of(same.value());
      case SetByHand byHand -> Optional.of(byHand.value());
      case Applied applied -> Optional.of(applied.value());
      case Free _, ValueFrom _, Duplicate _, FromEnvFrom _ -> Optional.empty();
    };
  }

  /** What it would be without us. */
  default EnvOwnership beneath() {
    return this instanceof Ours ours ? ours.beneath() : this;
  }

  /** The same, seen by someone who wants this value: then there may be nothing to do. */
  default EnvOwnership wanting(String value) {
    return switch (this) {
      case SetByHand byHand when byHand.value().equals(value) -> new SameValue(value, this);
      case Applied applied when applied.value().equals(value) -> new SameValue(value, this);
      default -> this;
    };
  }
}
