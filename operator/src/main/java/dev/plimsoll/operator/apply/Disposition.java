package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.apply.EnvOwnership.Applied;
import dev.plimsoll.operator.apply.EnvOwnership.Duplicate;
import dev.plimsoll.operator.apply.EnvOwnership.Free;
import dev.plimsoll.operator.apply.EnvOwnership.FromEnvFrom;
import dev.plimsoll.operator.apply.EnvOwnership.Ours;
import dev.plimsoll.operator.apply.EnvOwnership.Record;
import dev.plimsoll.operator.apply.EnvOwnership.SameValue;
import dev.plimsoll.operator.apply.EnvOwnership.SetByHand;
import dev.plimsoll.operator.apply.EnvOwnership.ValueFrom;

/** What is to happen with one variable next, told from what it is now. */
sealed interface Disposition {

  /** It goes into what we apply, and is ours. */
  record Put(String value, Original original) implements Disposition {}

  /** It is as we want it, without being on record as ours. */
  record Keep(String value, Original original) implements Disposition {}

  /**
   * It is as we want it; we take ourselves off the record, so that its applier meets no conflict.
   */
  record GiveUp(String value, Original original) implements Disposition {}

  /**
   * It goes into what we apply once more: as it was before us, or, where it was not there, so that
   * we are on record for all of it and can remove it then.
   */
  record Restore(String value, Original original) implements Disposition {}

  /** It is as it was before us; the record goes back to whoever had set it. */
  record HandBack(Original original) implements Disposition {}

  /** Nobody else has it: leaving it out of what we apply removes it. */
  record Remove() implements Disposition {}

  /** Somebody else has set it since; what is left of our record would remove it with us. */
  record Yield() implements Disposition {}

  /** Nothing. */
  record Leave() implements Disposition {}

  /**
   * For a variable that is to have a value.
   *
   * @param onRecord who is on record for any part of it
   */
  static Disposition wanting(String value, OwnText text, OnRecord onRecord) {
    Original original = text.original();
    return switch (text.ownership().wanting(value)) {
      case Ours ours when ours.value().equals(value) -> satisfied(ours, original, onRecord);
      case Ours _, Free _, FromEnvFrom _, SetByHand _, Applied _ -> new Put(value, original);
      // An arguments line may hold flags of ours that someone else has written on with the rest.
      case SameValue same when !original.value().equals(same.literal()) -> new Put(value, original);
      case SameValue _, ValueFrom _, Duplicate _ -> leaving(onRecord);
    };
  }

  private static Disposition satisfied(Ours ours, Original original, OnRecord onRecord) {
    if (ours.record() == Record.GIVEN_UP && onRecord == OnRecord.NOT_US) {
      return new Keep(ours.value(), original);
    }
    return original.isApplied()
        ? new GiveUp(ours.value(), original)
        : new Put(ours.value(), original);
  }

  /**
   * For a variable that is to be the user's.
   *
   * @param onRecord who is on record for any part of it
   */
  static Disposition letting(OwnText text, OnRecord onRecord) {
    Original original = text.original();
    return switch (text.ownership()) {
      case Ours ours -> lettingOurs(ours, original, onRecord);
      // An arguments line that someone else has written on, with flags of ours still in it.
      case SetByHand byHand when !original.value().equals(byHand.literal()) ->
          new Restore(original.value().orElse(byHand.value()), original);
      case Free _, FromEnvFrom _ when onRecord == OnRecord.US_ALONE -> new Remove();
      default -> leaving(onRecord);
    };
  }

  private static Disposition lettingOurs(Ours ours, Original original, OnRecord onRecord) {
    if (original.value().isEmpty()) {
      return switch (onRecord) {
        case US_ALONE -> new Remove();
        // Someone names it, so that removing our value alone would leave an empty one.
        case US_AND_OTHERS -> new Yield();
        case NOT_US -> new Restore(ours.value(), original);
      };
    }
    String was = original.value().get();
    if (!ours.value().equals(was)) {
      return new Restore(was, original);
    }
    return onRecord == OnRecord.NOT_US ? new Leave() : new HandBack(original);
  }

  private static Disposition leaving(OnRecord onRecord) {
    return onRecord == OnRecord.NOT_US ? new Leave() : new Yield();
  }

  /** Who is on record for any part of a variable. */
  enum OnRecord {
    US_ALONE,
    US_AND_OTHERS,
    NOT_US;

    static OnRecord of(EnvKey key, ManagedFields owners) {
      FieldPath path = FieldPath.variable(key);
      if (!owners.ours().contains(path)) {
        return NOT_US;
      }
      boolean isOthersToo = owners.ownersOf(path).stream().anyMatch(owner -> !owner.isPlimsoll());
      return isOthersToo ? US_AND_OTHERS : US_ALONE;
    }
  }
}
