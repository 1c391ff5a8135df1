package dev.plimsoll.core.spec;

/** Whole numbers from {@code least} to {@code most}, both included. */
public record IntRange(long least, long most) {

  boolean contains(long number) {
    return least <= number && number <= most;
  }

  @Override
  public String toString() {
    return least + " to " + most;
  }
}
