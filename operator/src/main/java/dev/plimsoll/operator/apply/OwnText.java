package dev.plimsoll.operator.apply;

import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentWords;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.operator.apply.EnvOwnership.Applied;
import dev.plimsoll.operator.apply.EnvOwnership.Duplicate;
import dev.plimsoll.operator.apply.EnvOwnership.Free;
import dev.plimsoll.operator.apply.EnvOwnership.FromEnvFrom;
import dev.plimsoll.operator.apply.EnvOwnership.Ours;
import dev.plimsoll.operator.apply.EnvOwnership.SameValue;
import dev.plimsoll.operator.apply.EnvOwnership.SetByHand;
import dev.plimsoll.operator.apply.EnvOwnership.ValueFrom;
import dev.plimsoll.operator.apply.FieldOwner.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user themselves wrote into a variable, apart from what we merged into it.
 *
 * @param heldFlags the flags of ours that are in it, where it is an arguments line
 * @param recorded the original as we recorded it when we first set the variable
 */
record OwnText(
    EnvKey key, EnvOwnership ownership, Map<String, String> heldFlags, Original recorded) {

  static OwnText of(EnvKey key, EnvClassifier classifier) {
    Bookkeeping bookkeeping = classifier.bookkeeping();
    Map<String, String> flags =
        bookkeeping
            .applied()
            .filter(applied -> applied.container().equals(key.container()))
            .map(applied -> applied.flags().getOrDefault(key.variable(), Map.of()))
            .orElse(Map.of());
    return new OwnText(key, classifier.classify(key), flags, classifier.original(key));
  }

  /** What the variable goes back to when we let go of it. */
  Original original() {
    return switch (ownership) {
      case Ours _ -> recorded;
      case SetByHand byHand ->
          new Original(
              withoutFlags(byHand.value(), heldFlags),
              byHand.manager().map(manager -> new FieldOwner(manager, Operation.UPDATE)));
      case Applied applied ->
          new Original(
              Optional.of(applied.value()),
              Optional.of(new FieldOwner(applied.manager(), Operation.APPLY)));
      case SameValue same -> new OwnText(key, same.setting(), heldFlags, recorded).original();
      case Free _, FromEnvFrom _, ValueFrom _, Duplicate _ -> Original.ABSENT;
    };
  }

  /**
   * The line that flags are merged into. Flags that stay ours are left where the user has moved
   * them.
   */
  String toMergeInto(ArgumentWords words) {
    if (ownership instanceof SetByHand byHand) {
      Map<String, String> leaving = new LinkedHashMap<>(heldFlags);
      leaving.keySet().removeAll(words.flags().keySet());
      return withoutFlags(byHand.value(), leaving).orElse("");
    }
    return original().value().orElse("");
  }

  /** A line that someone edited after we had written to it still holds our flags. */
  private Optional<String> withoutFlags(String value, Map<String, String> flags) {
    Optional<ArgumentHome.OneLine> home = RuntimeProfiles.lineIn(key.variable());
    if (flags.isEmpty() || home.isEmpty()) {
      return Optional.of(value);
    }
    try {
      String own =
          new ArgumentWords(home.get(), flags).takenOutOf(value, recorded.value().orElse(""));
      return own.isBlank() ? recorded.value().map(_ -> own) : Optional.of(own);
    } catch (MalformedLineException e) {
      return Optional.of(value);
    }
  }
}
