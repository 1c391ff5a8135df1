package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.operator.apply.EnvOwnership.Applied;
import dev.plimsoll.operator.apply.EnvOwnership.Duplicate;
import dev.plimsoll.operator.apply.EnvOwnership.Free;
import dev.plimsoll.operator.apply.EnvOwnership.FromEnvFrom;
import dev.plimsoll.operator.apply.EnvOwnership.Ours;
import dev.plimsoll.operator.apply.EnvOwnership.SameValue;
import dev.plimsoll.operator.apply.EnvOwnership.SetByHand;
import dev.plimsoll.operator.apply.EnvOwnership.ValueFrom;
import java.util.Optional;

/**
 * Why a variable stays as the user has it.
 *
 * @param what what is, and why it stays
 * @param remedy what the user can do
 */
record RespectReason(String what, String remedy) {

  /** The reason not to set a variable; empty where the policy lets us. */
  static Optional<RespectReason> of(EnvKey key, EnvOwnership ownership, ConflictPolicy policy) {
    return switch (ownership) {
      case Free _ -> Optional.empty();
      case SetByHand byHand ->
          policy == ConflictPolicy.RESPECT
              ? Optional.of(setByHand(key, byHand, policy))
              : Optional.empty();
      case Applied applied ->
          policy == ConflictPolicy.OVERRIDE
              ? Optional.empty()
              : Optional.of(applied(key, applied, policy));
      case FromEnvFrom from ->
          policy == ConflictPolicy.OVERRIDE
              ? Optional.empty()
              : Optional.of(fromEnvFrom(key, from, policy));
      case ValueFrom from -> Optional.of(valueFrom(key, from));
      case Duplicate duplicate -> Optional.of(duplicate(key, duplicate));
      case Ours ours -> of(key, ours.beneath(), policy);
      case SameValue same -> of(key, same.setting(), policy);
    };
  }

  /** An arguments line that the server cannot read either. */
  static RespectReason malformed(EnvKey key, MalformedLineException e) {
    return new RespectReason(
        "%s cannot be read, so nothing is merged into it.".formatted(key),
        "In it, " + e.getMessage() + ".");
  }

  /** The whole message. */
  String with(FixedValues values) {
    return what + values.sentence() + " " + remedy;
  }

  private static RespectReason setByHand(EnvKey key, SetByHand byHand, ConflictPolicy policy) {
    String by = byHand.manager().map(manager -> " by " + manager).orElse("");
    return new RespectReason(
        "%s is set to \"%s\"%s, and conflicts: %s leaves it."
            .formatted(key, byHand.value(), by, policy.text()),
        "Take it out of the workload's manifest, or set conflicts: Auto.");
  }

  private static RespectReason applied(EnvKey key, Applied applied, ConflictPolicy policy) {
    return new RespectReason(
        "%s is set to \"%s\" by %s, a server-side applier, and conflicts: %s leaves it."
            .formatted(key, applied.value(), applied.manager(), policy.text()),
        "Take it out of what %s applies, or set conflicts: Override.".formatted(applied.manager()));
  }

  private static RespectReason fromEnvFrom(EnvKey key, FromEnvFrom from, ConflictPolicy policy) {
    return new RespectReason(
        "%s may be set by %s, whose content is not read, and conflicts: %s leaves it."
            .formatted(key, String.join(" or ", from.sources()), policy.text()),
        "Set conflicts: Override to put a value of ours over it, or give the source a prefix.");
  }

  private static RespectReason valueFrom(EnvKey key, ValueFrom from) {
    return new RespectReason(
        "%s takes its value from %s, which is never replaced.".formatted(key, from.source()),
        "Take it out of the workload's manifest.");
  }

  private static RespectReason duplicate(EnvKey key, Duplicate duplicate) {
    return new RespectReason(
        "%s is named %d times, so none of its entries can be set."
            .formatted(key, duplicate.times()),
        "Leave one entry or none.");
  }
}
