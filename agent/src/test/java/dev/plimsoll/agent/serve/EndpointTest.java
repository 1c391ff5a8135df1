package dev.plimsoll.agent.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.act.ActionLog;
import dev.plimsoll.agent.policy.PolicyInForce;
import dev.plimsoll.agent.sense.KernelKills;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.GuardState;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.RecycleReason;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final ProcessId VICTIM = new ProcessId(12, 99);
  private Endpoint endpoint;

  @BeforeEach
  void open() throws IOException {
    endpoint = Endpoint.open(0, EndpointTest::sample);
  }

  @AfterEach
  void close() throws IOException {
    endpoint.close();
  }

  @Test
  void aSampleIsOneObjectOfWhatIsKnown() throws IOException {
    assertThat(ask("GET /sample HTTP/1.1\r\nHost: pod\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
        .endsWith(
            "\r\n\r\n{\"version\":1,\"agent\":\"a1\",\"pod\":\"web-0\",\"container\":\"web\","
                + "\"time\":\"2026-11-21T08:00:00.045Z\",\"policy\":{\"state\":\"defaults\","
                + "\"message\":\"no \\\"policy\\\"\\u000a\"},"
                + "\"memory\":{\"limit\":1048576,\"current\":9,\"unreclaimable\":7,"
                + "\"workingSet\":8,\"peakUnreclaimable\":10},\"oomKills\":3,"
                + "\"containers\":[{\"id\":\"c\",\"oomKills\":3}],"
                + "\"oomEpisodes\":[\"1970-01-01T00:00:00.000Z\"],\"groupKill\":false,"
                + "\"server\":{\"state\":\"serving\",\"master\":7,\"workers\":1,"
                + "\"workerPrivate\":[5]},\"phase\":\"watch\",\"timeToLimitSeconds\":120.050,"
                + "\"workerBound\":{\"workers\":2,\"why\":\"bursts\"},"
                + "\"recycles\":{\"soft\":1,\"hard\":0,\"forecast\":0,\"burst\":0,\"age\":0},"
                + "\"sheds\":0,\"grows\":0,\"kills\":{\"drainOver\":0,\"lastResort\":0},"
                + "\"remarks\":[{\"reason\":\"MasterGrowth\",\"message\":\"it grew\"}],"
                + "\"actions\":[{\"time\":\"1970-01-01T00:00:00.000Z\",\"action\":\"recycle\","
                + "\"pid\":12,\"reason\":\"soft\",\"why\":\"it holds most\"}]}");
  }

  @Test
  void metricsAreInPrometheusTextFormat() throws IOException {
    assertThat(ask("GET /metrics?x=1 HTTP/1.0\r\n\r\n"))
        .contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("\nplimsoll_agent_unreclaimable_bytes 7\n")
        .contains("\nplimsoll_agent_recycles_total{reason=\"soft\"} 1\n")
        .contains("\nplimsoll_agent_phase{phase=\"watch\"} 1\n")
        .contains("\nplimsoll_agent_reaction_seconds_bucket{le=\"0.025\"} 1\n")
        .contains("\nplimsoll_agent_reaction_seconds_bucket{le=\"0.01\"} 0\n")
        .contains("\nplimsoll_agent_reaction_seconds_count 1\n");
  }

  @Test
  void aLengthCountsBytes() throws IOException {
    String answer = ask("GET /healthz HTTP/1.1\r\n\r\n");

    assertThat(answer).contains("Content-Length: 3\r\n").endsWith("\r\n\r\nok\n");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /sample, 405",
    "DELETE /healthz, 405",
    "GET /other, 404",
    "GET /sample/more, 404",
    "nonsense, 400"
  })
  void everythingElseIsRefused(String request, int status) throws IOException {
    assertThat(ask(request + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5000})
  void aClientThatNeverEndsItsRequestKeepsNobodyOut(int length) throws IOException {
    try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
      idle.getOutputStream().write("x".repeat(length).getBytes(StandardCharsets.US_ASCII));

      assertThat(ask("GET /healthz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  private String ask(String request) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
      client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Sample sample() {
    Reading reading =
        new Reading(
            Duration.ZERO,
            new ContainerMemory(Bytes.ofMebi(1), new Bytes(9), new Bytes(7), new Bytes(8), 3),
            new ServerReading.Serving(
                new ProcessId(7, 1),
                Bytes.ZERO,
                List.of(new WorkerReading(VICTIM, Duration.ZERO, new Bytes(5), Duration.ZERO))));
    ActionLog log = new ActionLog();
    log.add(
        new Action.Recycle(VICTIM, RecycleReason.SOFT, Duration.ZERO, "it holds most"),
        Instant.EPOCH,
        reading);
    return new Sample(
        new Sample.Source("a1", Optional.of("web-0")),
        Instant.parse("2026-11-21T08:00:00.045678Z"),
        new PolicyInForce(
            PolicyText.defaults(new PolicyText.Place("web", "x")),
            PolicyInForce.Origin.DEFAULTS,
            Optional.of("no \"policy\"\n")),
        new Observation.Seen(
            reading,
            new Observation.ContainerFacts(
                Optional.empty(),
                Optional.empty(),
                new KernelKills(
                    List.of(new KernelKills.OfStart(Optional.of("c"), 3)), List.of(Instant.EPOCH)),
                false,
                List.of())),
        Optional.of(
            new GuardStep(
                GuardState.initial(),
                Phase.WATCH,
                List.of(),
                List.of(new Remark(Remark.Reason.MASTER_GROWTH, "it grew")),
                Optional.of(Duration.ofMillis(120_050)),
                Optional.of(new GuardStep.WorkerBound(2, "bursts")))),
        new Bytes(10),
        log.told(),
        ReactionTimes.none().and(Duration.ofMillis(20)));
  }
}
