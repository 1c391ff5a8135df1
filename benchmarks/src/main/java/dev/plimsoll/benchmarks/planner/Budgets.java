package dev.plimsoll.benchmarks.planner;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Budgets of eight knobs. Costs are bytes, drawn from a seed. */
public final class Budgets {
  private static final int KNOBS = 8;
  private static final int STANDALONE = -1;

  /** How the knobs are related. */
  public enum Shape {
    /** None is per another. */
    FLAT(STANDALONE, STANDALONE, STANDALONE, STANDALONE, STANDALONE, STANDALONE, STANDALONE),
    /** One with four children, and three beside. */
    FAMILY(0, 0, 0, 0, STANDALONE, STANDALONE, STANDALONE),
    /** One with seven children. */
    ONE_PARENT(0, 0, 0, 0, 0, 0, 0),
    /** Four with a child each. */
    FOUR_PARENTS(0, STANDALONE, 2, STANDALONE, 4, STANDALONE, 6);

    private final int[] parentsFromSecond;

    Shape(int... parentsFromSecond) {
      this.parentsFromSecond = parentsFromSecond;
    }

    private int parent(int knob) {
      return knob == 0 ? STANDALONE : parentsFromSecond[knob - 1];
    }

    private boolean hasChildren(int knob) {
      for (int parent : parentsFromSecond) {
        if (parent == knob) {
          return true;
        }
      }
      return false;
    }
  }

  private Budgets() {}

  /**
   * A budget of which about half of all units fit.
   *
   * @param limit the container's limit, at least 512Mi
   * @param values how many each knob can take
   * @param seed of the costs
   */
  static PlanRequest of(Shape shape, Bytes limit, int values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long share = limit.count() / KNOBS;
    List<Knob> knobs = new ArrayList<>();
    for (int knob = 0; knob < KNOBS; knob++) {
      boolean child = shape.parent(knob) != STANDALONE;
      // Between half and all of what fills an even share with half of the values.
      double unit = share / (values / 2.0) / (child ? values / 4.0 : 1);
      long cost = (long) (unit * (0.5 + random.nextDouble() / 2));
      knobs.add(knob(knob, shape, new Bytes(cost), values));
    }
    return new PlanRequest(
        knobs,
        new Bytes(limit.count() / 16),
        new Reserve.Share(20),
        85,
        limit,
        OptionalInt.empty(),
        1,
        Map.of(),
        Map.of());
  }

  private static Knob knob(int index, Shape shape, Bytes cost, int values) {
    int parent = shape.parent(index);
    return new Knob(
        "knob" + index,
        new Placement.Variable("KNOB_" + index, "{value}"),
        parent == STANDALONE ? Optional.empty() : Optional.of("knob" + parent),
        cost,
        1,
        OptionalInt.of(values),
        1,
        Optional.empty(),
        OptionalInt.empty(),
        shape.hasChildren(index) ? 4 : 1,
        Optional.empty());
  }
}
