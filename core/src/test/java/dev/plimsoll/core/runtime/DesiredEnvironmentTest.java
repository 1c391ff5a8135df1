package dev.plimsoll.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.GuardTerms;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.MemoryTerms;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.Reserve;
import dev.plimsoll.core.model.RolloutTerms;
import dev.plimsoll.core.model.RuntimeTerms;
import dev.plimsoll.core.model.TargetRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DesiredEnvironmentTest {

  @Test
  void mergesKnobsAndArgumentsIntoOneLine() {
    DesiredEnvironment desired =
        environment(
            "gunicorn",
            Map.of("max-requests", "500"),
            Map.of(
                new Placement.Variable("WEB_CONCURRENCY", "{value}"), 2,
                new Placement.Argument("threads"), 4));

    assertThat(desired.variables()).containsExactly(Map.entry("WEB_CONCURRENCY", "2"));
    assertThat(desired.alone())
        .containsEntry("GUNICORN_CMD_ARGS", "--threads 4 --max-requests 500");
    assertThat(desired.lines().getFirst().mergedInto("--threads 8 --timeout 60"))
        .isEqualTo("--threads 4 --timeout 60 --max-requests 500");
    assertThat(
            desired
                .lines()
                .getFirst()
                .takenOutOf(
                    "--threads 4 --timeout 60 --max-requests 500", "--threads 8 --timeout 60"))
        .isEqualTo("--threads 8 --timeout 60");
  }

  @Test
  void givesEachArgumentItsVariableWhereTheServerHasOne() {
    assertThat(
            environment(
                    "uvicorn",
                    Map.of("limit-max-requests", "500", "proxy-headers", ""),
                    Map.of(new Placement.Argument("limit-concurrency"), 30))
                .alone())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "UVICORN_LIMIT_CONCURRENCY", "30",
                "UVICORN_LIMIT_MAX_REQUESTS", "500",
                "UVICORN_PROXY_HEADERS", "true"));
  }

  @Test
  void mergesATemplateForAVariableThatHoldsALine() {
    DesiredEnvironment desired =
        environment(
            "generic",
            Map.of(),
            Map.of(new Placement.Variable("NODE_OPTIONS", "--max-old-space-size={value}"), 256));

    assertThat(desired.variables()).isEmpty();
    assertThat(desired.lines().getFirst().mergedInto("--enable-source-maps"))
        .isEqualTo("--enable-source-maps --max-old-space-size=256");
  }

  @Test
  void writesTheHeapAsTheJvmReadsIt() {
    assertThat(
            environment(
                    "jvm",
                    Map.of("XX:+UseSerialGC", ""),
                    Map.of(new Placement.Variable("JAVA_TOOL_OPTIONS", "-Xmx{value}m"), 256))
                .alone())
        .containsExactly(Map.entry("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC"));
  }

  @Test
  void aKnobBeatsAnArgumentOfTheSameName() {
    assertThat(
            environment(
                    "gunicorn",
                    Map.of("threads", "9"),
                    Map.of(new Placement.Argument("threads"), 4))
                .alone())
        .containsExactly(Map.entry("GUNICORN_CMD_ARGS", "--threads 4"));
  }

  @Test
  void keepsAValueThatIsNoFlagWhole() {
    assertThat(
            environment(
                    "generic",
                    Map.of(),
                    Map.of(new Placement.Variable("NODE_OPTIONS", "{value}"), 4))
                .alone())
        .containsExactly(Map.entry("NODE_OPTIONS", "4"));
  }

  @Test
  void namesAnArgumentThatHasNoPlace() {
    assertThatThrownBy(() -> environment("daphne", Map.of("workers", "2"), Map.of()))
        .hasMessageContaining("workers cannot be given");
  }

  private static DesiredEnvironment environment(
      String runtime, Map<String, String> arguments, Map<Placement, Integer> values) {
    List<Knob> knobs = values.keySet().stream().map(DesiredEnvironmentTest::knob).toList();
    List<PlanLine> lines =
        values.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
    Plan plan =
        new Plan(lines, Bytes.ZERO, Bytes.ofMebi(512), Bytes.ofMebi(100), Bytes.ofMebi(412));
    return DesiredEnvironment.of(budget(new RuntimeTerms(runtime, arguments), knobs), plan);
  }

  private static PlanLine line(Placement placement, int value) {
    return new PlanLine(placement.toString(), value, value, Bytes.ofMebi(1), PlanLine.Bound.MEMORY);
  }

  private static Knob knob(Placement placement) {
    return new Knob(
        placement.toString(),
        placement,
        Optional.empty(),
        Bytes.ofMebi(1),
        1,
        OptionalInt.of(1000),
        1,
        Optional.empty(),
        OptionalInt.empty(),
        1,
        Optional.empty());
  }

  private static Budget budget(RuntimeTerms runtime, List<Knob> knobs) {
    return new Budget(
        "web",
        new TargetRef(TargetRef.Kind.DEPLOYMENT, "web"),
        Optional.empty(),
        Mode.ENFORCE,
        Budget.Pause.RUNNING,
        new MemoryTerms(
            Optional.empty(), Bytes.ofMebi(32), new Reserve.Share(20), Optional.empty()),
        runtime,
        knobs,
        new GuardTerms(85, 93, Optional.empty(), Optional.empty(), List.of()),
        new RolloutTerms(Duration.ofMinutes(15), List.of(), RolloutTerms.Downtime.REFUSED),
        Duration.ofHours(1),
        new BrakeTerms(3, Duration.ofMinutes(10)),
        Optional.empty(),
        new AgentTerms(AgentTerms.Injection.SIDECAR, OptionalLong.empty()),
        ConflictPolicy.AUTO);
  }
}
