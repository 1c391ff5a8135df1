package dev.plimsoll.operator.apply;

/** What becomes of one variable that a budget would set. */
public sealed interface Claim {

  String variable();

  /** Whose it is now. */
  EnvOwnership ownership();

  /**
   * We set it.
   *
   * @param ownLine what the user themselves wrote there, which our flags are merged into; empty
   *     where the variable is not an arguments line or the user sets none
   */
  record Taken(String variable, EnvOwnership ownership, String ownLine) implements Claim {}

  /**
   * It stays as the user has it.
   *
   * @param message what it is, why it stays and what the user can do
   */
  record Respected(String variable, EnvOwnership ownership, String message) implements Claim {}
}
