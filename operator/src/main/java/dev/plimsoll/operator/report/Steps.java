package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.spec.MemorySize;
import dev.plimsoll.core.spec.Parsed;
import java.util.Optional;

/**
 * Amounts as a status shows them: in steps of 2 % of the limit, and as before until the amount is a
 * whole step away, so that a status does not follow every breath of an application.
 *
 * @param size of a step
 */
record Steps(Bytes size) {

  static Steps of(Bytes limit) {
    return new Steps(new Bytes(Math.max(1, limit.count() / 50)));
  }

  /**
   * The text to show.
   *
   * @param shown what is shown so far
   */
  String show(Bytes amount, Optional<String> shown) {
    return shown
        .filter(text -> isWithinAStep(amount, text))
        .orElseGet(() -> QuantityText.rounded(rounded(amount)));
  }

  /** The most that was ever shown or is now. */
  String showMost(Bytes amount, Optional<String> shown) {
    Bytes before = shown.flatMap(Steps::amountOf).orElse(Bytes.ZERO);
    return show(amount.isMoreThan(before) ? amount : before, shown);
  }

  private boolean isWithinAStep(Bytes amount, String shown) {
    return amountOf(shown)
        .filter(before -> Math.abs(before.count() - amount.count()) < size.count())
        .isPresent();
  }

  private Bytes rounded(Bytes amount) {
    return size.times((amount.count() + size.count() / 2) / size.count());
  }

  private static Optional<Bytes> amountOf(String shown) {
    return MemorySize.parse(shown) instanceof Parsed.Value<Bytes>(Bytes amount)
        ? Optional.of(amount)
        : Optional.empty();
  }
}
