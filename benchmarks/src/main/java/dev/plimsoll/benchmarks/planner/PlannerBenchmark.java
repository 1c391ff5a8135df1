package dev.plimsoll.benchmarks.planner;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One plan of eight knobs. The figure to reach is 5 ms at 8Gi with 32 values each. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlannerBenchmark {
  /** Budgets planned in turn, so that a lucky set of costs does not decide. */
  private static final int BUDGETS = 64;

  @Param({"512", "8192"})
  private int limitMebi;

  /** What the figure is for, and the most that a budget may have. */
  @Param({"32", "1024"})
  private int values;

  @Param private Budgets.Shape shape;

  private PlanRequest[] requests;
  private int next;

  @Setup
  public void drawBudgets() {
    requests =
        LongStream.range(0, BUDGETS)
            .mapToObj(seed -> Budgets.of(shape, Bytes.ofMebi(limitMebi), values, seed))
            .toArray(PlanRequest[]::new);
  }

  @Benchmark
  public PlanOutcome plan() {
    next = (next + 1) % requests.length;
    return Planner.plan(requests[next]);
  }
}
