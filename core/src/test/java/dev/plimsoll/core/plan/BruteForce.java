package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tries every setting there is, in the plainest way: sums of logarithms are compared as products of
 * whole numbers, so that nothing is ever rounded.
 */
final class BruteForce {
  private final PlanRequest request;
  private final List<Knob> knobs;
  private Optional<Candidate> best = Optional.empty();

  /**
   * A setting that fits.
   *
   * @param unused the weights of the knobs without any unit; worse than any product can make up for
   * @param product of units to the power of weight, over the knobs with units
   */
  record Candidate(
      int[] values, long unused, BigInteger product, long bytes, long changes, List<Integer> key) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingLong(Candidate::unused)
            .thenComparing(Candidate::product, Comparator.reverseOrder())
            .thenComparingLong(Candidate::bytes)
            .thenComparingLong(Candidate::changes)
            .thenComparing(Candidate::key, BruteForce::compareInOrder);
  }

  private BruteForce(PlanRequest request) {
    this.request = request;
    this.knobs = request.knobs();
  }

  static Optional<Candidate> best(PlanRequest request) {
    BruteForce search = new BruteForce(request);
    search.choose(0, new int[request.knobs().size()]);
    return search.best;
  }

  /** How good a given setting is, whether it fits or not. */
  static Candidate judge(PlanRequest request, int[] values) {
    return new BruteForce(request).candidate(values);
  }

  private void choose(int knob, int[] values) {
    if (knob == values.length) {
      if (isAllowed(values)) {
        Candidate candidate = candidate(values.clone());
        if (candidate.bytes <= request.spendable().count()) {
          best =
              best.filter(b -> Candidate.BEST_FIRST.compare(b, candidate) <= 0)
                  .or(() -> Optional.of(candidate));
        }
      }
      return;
    }
    Integer fixed = request.fixed().get(knobs.get(knob).name());
    if (fixed != null) {
      values[knob] = fixed;
      choose(knob + 1, values);
      return;
    }
    Knob k = knobs.get(knob);
    for (int value = k.min(); value == k.min() || value <= most(k); value += k.step()) {
      values[knob] = value;
      choose(knob + 1, values);
    }
  }

  private int most(Knob knob) {
    int most = knob.max().orElse(Integer.MAX_VALUE);
    if (knob.cpu().isPresent() && request.cpus().isPresent()) {
      most = Math.min(most, knob.cpu().get().boundAt(request.cpus().getAsInt()));
    }
    return most;
  }

  private boolean isAllowed(int[] values) {
    return IntStream.range(0, values.length).allMatch(knob -> keepsMaxTotal(knob, values))
        && IntStream.range(0, values.length).allMatch(knob -> isLowestUnderNone(knob, values));
  }

  /** Holds, or neither the knob nor its parent has anything above its floor to give up. */
  private boolean keepsMaxTotal(int knob, int[] values) {
    Knob k = knobs.get(knob);
    if (k.maxTotal().isEmpty()) {
      return true;
    }
    long total = (long) values[knob] * parentValue(knob, values) * request.maxReplicas();
    boolean atFloor = values[knob] == floor(knob);
    boolean parentAtFloor =
        parent(knob).isEmpty() || parentValue(knob, values) == parentFloor(knob);
    return total <= k.maxTotal().getAsInt() || (atFloor && parentAtFloor);
  }

  private boolean isLowestUnderNone(int knob, int[] values) {
    return parentValue(knob, values) > 0 || values[knob] == floor(knob);
  }

  private int floor(int knob) {
    return request.fixed().getOrDefault(knobs.get(knob).name(), knobs.get(knob).min());
  }

  private int parentFloor(int knob) {
    return floor(parent(knob).orElseThrow());
  }

  private Optional<Integer> parent(int knob) {
    return knobs
        .get(knob)
        .per()
        .map(
            name ->
                IntStream.range(0, knobs.size())
                    .filter(i -> knobs.get(i).name().equals(name))
                    .findFirst()
                    .orElseThrow());
  }

  private int parentValue(int knob, int[] values) {
    return parent(knob).map(p -> values[p]).orElse(1);
  }

  private Candidate candidate(int[] values) {
    long unused = 0;
    BigInteger product = BigInteger.ONE;
    long bytes = request.base().count();
    long changes = 0;
    for (int knob = 0; knob < values.length; knob++) {
      Knob k = knobs.get(knob);
      long units = (long) parentValue(knob, values) * values[knob];
      bytes += units * k.unitCost().count();
      if (units == 0) {
        unused += k.weight();
      } else {
        product = product.multiply(BigInteger.valueOf(units).pow(k.weight()));
      }
      Integer applied = request.applied().get(k.name());
      changes += applied != null && applied != values[knob] ? 1 : 0;
    }
    return new Candidate(
        values, unused, product, bytes, changes, IntStream.of(values).boxed().toList());
  }

  private static int compareInOrder(List<Integer> one, List<Integer> other) {
    return IntStream.range(0, one.size())
        .map(i -> Integer.compare(one.get(i), other.get(i)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }
}
