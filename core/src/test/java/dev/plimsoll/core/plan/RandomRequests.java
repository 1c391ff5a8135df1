package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Requests of one to five knobs with every feature now and then: parents, steps, CPU rules, bounds
 * on all replicas, the user's own values, no units at all; small enough to try every setting.
 */
final class RandomRequests {
  private RandomRequests() {}

  static Arbitrary<PlanRequest> any() {
    Arbitrary<List<Knob>> knobs = knobDrafts().map(RandomRequests::relate);
    return knobs.flatMap(RandomRequests::around);
  }

  private record Shape(
      long cost,
      int min,
      int values,
      int step,
      int weight,
      int cpuPlus,
      int maxTotal,
      int parent) {}

  private static Arbitrary<List<Shape>> knobDrafts() {
    Arbitrary<Shape> shape =
        Combinators.combine(
                // Few distinct costs on one side, so that ties are common; real bytes on the other.
                Arbitraries.oneOf(
                    Arbitraries.of(10L, 20L, 30L, 40L, 60L), Arbitraries.longs().between(1, 200)),
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                    net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(1, 3))),
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(1, 3),
                Arbitraries.of(1, 1, 1, 2, 4),
                Arbitraries.of(-1, -1, -1, 0, 2),
                Arbitraries.of(-1, -1, -1, 4, 12),
                Arbitraries.integers().between(0, 7))
            .as(Shape::new);
    return shape.list().ofMinSize(1).ofMaxSize(5);
  }

  /** Some knobs become children of an earlier or later one that stands alone. */
  private static List<Knob> relate(List<Shape> shapes) {
    List<Knob> knobs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      KnobDraft draft =
          KnobDraft.knob("knob" + i, new Bytes(shape.cost()))
              .range(shape.min(), shape.min() + shape.values() * shape.step())
              .step(shape.step())
              .weight(shape.weight());
      draft = shape.cpuPlus() < 0 ? draft : draft.cpu(1, shape.cpuPlus());
      draft = shape.maxTotal() < 0 ? draft : draft.maxTotal(shape.maxTotal());
      boolean standsAlone = shape.parent() >= shapes.size() || shape.parent() == i;
      boolean parentStandsAlone =
          !standsAlone
              && (shapes.get(shape.parent()).parent() >= shapes.size()
                  || shapes.get(shape.parent()).parent() == shape.parent());
      knobs.add((parentStandsAlone ? draft.per("knob" + shape.parent()) : draft).build());
    }
    return knobs;
  }

  private static Arbitrary<PlanRequest> around(List<Knob> knobs) {
    Arbitrary<List<Integer>> fixed =
        Arbitraries.of(-1, -1, -1, -1, 0, 1, 7).list().ofSize(knobs.size());
    Arbitrary<List<Integer>> applied = Arbitraries.of(-1, 1, 2, 3, 4).list().ofSize(knobs.size());
    return Combinators.combine(
            Arbitraries.longs().between(1, 50),
            Arbitraries.longs().between(1, 3000),
            Arbitraries.of(0, 10, 20, 33),
            Arbitraries.of(50, 85, 95),
            Arbitraries.of(-1, 1, 2, 4),
            Arbitraries.of(1, 1, 2, 3),
            fixed,
            applied)
        .as(
            (base, limit, reserve, soft, cpus, replicas, fixedValues, appliedValues) ->
                new PlanRequest(
                    knobs,
                    new Bytes(base),
                    reserve == 33
                        ? new Reserve.Fixed(new Bytes(reserve))
                        : new Reserve.Share(reserve),
                    soft,
                    new Bytes(limit),
                    cpus < 0 ? OptionalInt.empty() : OptionalInt.of(cpus),
                    replicas,
                    byName(knobs, fixedValues),
                    byName(knobs, appliedValues)));
  }

  private static Map<String, Integer> byName(List<Knob> knobs, List<Integer> values) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (int i = 0; i < knobs.size(); i++) {
      if (values.get(i) >= 0) {
        byName.put(knobs.get(i).name(), values.get(i));
      }
    }
    return byName;
  }
}
