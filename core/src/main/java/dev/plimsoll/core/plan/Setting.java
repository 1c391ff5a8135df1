package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A value for each knob of a request, whether it fits or not; knobs by their place in it. */
final class Setting {
  private final PlanRequest request;
  private final int[] values;
  private final int[] parents;

  private static final int NO_PARENT = -1;

  /**
   * More than any budget may declare, and little enough for a limit that leaves it to be counted.
   */
  private static final Bytes MOST = new Bytes(1L << 46);

  Setting(PlanRequest request, int[] values) {
    this.request = request;
    this.values = values.clone();
    this.parents =
        IntStream.range(0, values.length).map(knob -> placeOfParent(request, knob)).toArray();
  }

  /** Every knob at its min, or at the user's own value. */
  static Setting smallest(PlanRequest request) {
    int[] lows =
        request.knobs().stream().mapToInt(knob -> KnobRange.of(knob, request).low()).toArray();
    return new Setting(request, lows);
  }

  private static int placeOfParent(PlanRequest request, int knob) {
    List<Knob> knobs = request.knobs();
    Optional<String> per = knobs.get(knob).per();
    if (per.isEmpty()) {
      return NO_PARENT;
    }
    return IntStream.range(0, knobs.size())
        .filter(other -> knobs.get(other).name().equals(per.get()))
        .filter(other -> knobs.get(other).per().isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "knob %s is per %s, which is not a knob that stands alone: name one that is"
                        .formatted(knobs.get(knob).name(), per.get())));
  }

  PlanRequest request() {
    return request;
  }

  int size() {
    return values.length;
  }

  Knob knob(int knob) {
    return request.knobs().get(knob);
  }

  int value(int knob) {
    return values[knob];
  }

  boolean isFixed(int knob) {
    return request.fixed().containsKey(knob(knob).name());
  }

  int parentValue(int knob) {
    return parents[knob] == NO_PARENT ? 1 : values[parents[knob]];
  }

  /** The places of the knobs that are per this one. */
  IntStream children(int knob) {
    return IntStream.range(0, parents.length).filter(other -> parents[other] == knob);
  }

  /** The units of a knob in the container. */
  int units(int knob) {
    try {
      return Math.multiplyExact(parentValue(knob), values[knob]);
    } catch (ArithmeticException e) {
      throw beyondCounting(knob, e);
    }
  }

  /** The bytes of base and of all units. */
  Bytes total() {
    Bytes total = request.base();
    for (int knob = 0; knob < values.length; knob++) {
      try {
        total = total.plus(knob(knob).unitCost().times(units(knob)));
      } catch (ArithmeticException e) {
        throw beyondCounting(knob, e);
      }
    }
    return total;
  }

  /** What may be spent beyond this setting; zero where it is over. */
  Bytes left() {
    return request.spendable().minusOrZero(total());
  }

  /**
   * The bytes of one step more of a knob with all others as they are, its children's included; no
   * more than {@link #MOST}, which no limit holds.
   */
  Bytes stepCost(int knob) {
    try {
      Bytes ofOne = knob(knob).unitCost();
      for (int child : children(knob).toArray()) {
        ofOne = ofOne.plus(knob(child).unitCost().times(values[child]));
      }
      return ofOne.times(Math.multiplyExact((long) parentValue(knob), knob(knob).step())).min(MOST);
    } catch (ArithmeticException beyondCounting) {
      return MOST;
    }
  }

  private IllegalArgumentException beyondCounting(int knob, ArithmeticException cause) {
    return new IllegalArgumentException(
        "the smallest setting of knob %s takes more memory than can be counted: lower its value, min or memory"
            .formatted(knob(knob).name()),
        cause);
  }
}
