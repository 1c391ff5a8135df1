package dev.plimsoll.operator.telemetry;

/** Which budget a series is of. */
public record BudgetKey(String namespace, String name) {
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
