package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.GuardAction;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of the guard whatever the application does. */
class GuardPropertiesTest {

  @Property(tries = 60)
  void neverTwoVictimsAtOnce(
      @ForAll("apps") App app, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
    SimulatedPod pod = new SimulatedPod(app, workers, seed).run(60);

    List<ProcessId> out = new ArrayList<>();
    for (SimulatedPod.Taken taken : pod.taken()) {
      out.removeIf(victim -> !taken.alive().contains(victim));
      switch (taken.action()) {
        case Action.Recycle recycle -> {
          assertThat(out).as("workers still draining at %s", taken).isEmpty();
          out.add(recycle.victim());
        }
        case Action.Kill kill -> {
          assertThat(out).as("workers still draining at %s", taken).isSubsetOf(kill.victim());
          out.remove(kill.victim());
        }
        case Action.Shed _, Action.Grow _ ->
            assertThat(out).as("workers still draining at %s", taken).isEmpty();
      }
    }
  }

  @Property(tries = 60)
  void neverBelowOneWorker(
      @ForAll("apps") App app, @ForAll @IntRange(min = 2, max = 6) int workers, @ForAll long seed) {
    SimulatedPod pod = new SimulatedPod(app, workers, seed).run(60);

    List<ProcessId> draining =
        pod.taken(Action.Recycle.class).stream().map(Action.Recycle::victim).toList();
    assertThat(pod.taken())
        .filteredOn(taken -> endsOneAtOnce(taken.action(), draining))
        .allSatisfy(taken -> assertThat(taken.alive()).hasSizeGreaterThan(1));
  }

  /** A worker that was already to end is not one fewer when it is killed. */
  private static boolean endsOneAtOnce(Action action, List<ProcessId> draining) {
    return switch (action) {
      case Action.Shed _ -> true;
      case Action.Kill kill -> !draining.contains(kill.victim());
      case Action.Recycle _, Action.Grow _ -> false;
    };
  }

  /** Only what cannot wait may: a kill at the limit, and a shed for kills at boot. */
  @Property(tries = 60)
  void neverBeforeTheCrewHasSettled(
      @ForAll("apps") App app, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
    SimulatedPod pod = new SimulatedPod(app, workers, seed).run(60);

    assertThat(pod.taken())
        .filteredOn(
            taken ->
                taken.action() instanceof Action.Recycle
                    || taken.action() instanceof Action.Grow
                    || taken.action() instanceof Action.Shed shed
                        && shed.reason() != Action.ShedReason.BOOT)
        .allSatisfy(taken -> assertThat(taken.allUp()).as("%s", taken).isTrue());
  }

  @Property(tries = 40)
  void aFlatSeriesIsNeverActedOn(
      @ForAll @DoubleRange(min = 5, max = 70) double fresh,
      @ForAll @IntRange(min = 1, max = 3) int workers,
      @ForAll @DoubleRange(min = 0, max = 250) double pageCache) {
    SimulatedPod pod =
        new SimulatedPod(App.flat().freshOf(fresh).bootingWith(fresh, 0.5), workers, 1)
            .withPageCache(pageCache)
            .run(120);

    assertThat(pod.taken()).isEmpty();
  }

  /** Workers that fill up to the same size with their first requests, whatever is recycled. */
  @Property(tries = 40)
  void aHopelessApplicationMeetsTheBrakeWithinThreeRecycles(
      @ForAll @DoubleRange(min = 10, max = 40) double fresh,
      @ForAll @DoubleRange(min = 5, max = 10) double perSecond,
      @ForAll @IntRange(min = 2, max = 6) int workers,
      @ForAll long seed) {
    double full = 224.0 / workers;
    App app =
        App.flat()
            .freshOf(Math.min(fresh, full / 2))
            .bootingWith(Math.min(fresh, full / 2), 0.3)
            .leakingUntil(0, full)
            .keeping(full / 2, perSecond);
    SimulatedPod pod =
        new SimulatedPod(app, workers, seed)
            .under(Policies.allowing(GuardAction.RECYCLE_WORKER))
            .run(40);

    assertThat(pod.taken(Action.Recycle.class)).hasSizeLessThanOrEqualTo(3);
    assertThat(
            pod.everRemarked(Remark.Reason.FUTILE)
                || pod.everRemarked(Remark.Reason.PLAN_TOO_LARGE))
        .isTrue();
  }

  @Property(tries = 40)
  void leaksThatLeaveTimeForARecycleAreNeverKilled(
      @ForAll @DoubleRange(min = 5, max = 30) double fresh,
      @ForAll @DoubleRange(min = 0.05, max = 3) double leak,
      @ForAll @IntRange(min = 2, max = 4) int workers,
      @ForAll long seed) {
    SimulatedPod pod =
        new SimulatedPod(
                App.flat().freshOf(fresh).bootingWith(fresh, 0.5).leaking(leak), workers, seed)
            .run(120);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Kill.class)).isEmpty();
  }

  @Provide
  Arbitrary<App> apps() {
    Arbitrary<Double> fresh = Arbitraries.doubles().between(20, 60);
    Arbitrary<Double> boot = Arbitraries.doubles().between(1, 2);
    Arbitrary<Double> leak = Arbitraries.doubles().between(0, 8);
    Arbitrary<Double> burst = Arbitraries.doubles().between(0, 130);
    Arbitrary<Double> rate = Arbitraries.doubles().between(0, 0.2);
    Arbitrary<Double> drain = Arbitraries.doubles().between(0.05, 20);
    Arbitrary<Double> beside = Arbitraries.doubles().between(0, 0.5);
    return Combinators.combine(fresh, boot, leak, burst, rate, drain, beside)
        .as(
            (size, peak, leaking, bursting, often, draining, growing) ->
                App.flat()
                    .freshOf(size)
                    .bootingWith(size * peak, 0.6)
                    .leaking(leaking)
                    .bursting(bursting, often)
                    .keeping(bursting / 5, often)
                    .draining(draining)
                    .growingBeside(growing, growing / 2));
  }
}
