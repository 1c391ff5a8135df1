package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpAgentsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final HttpAgents agents = new HttpAgents();
  private final FakeAgent agent = new FakeAgent();

  @AfterEach
  void close() {
    agent.close();
  }

  private PodSample ask() throws RefusedException {
    return agents.ask(agent.of("a"), NOW);
  }

  @Test
  void aSampleIsRead() throws RefusedException {
    agent.says("{\"pod\": \"a\", \"oomKills\": 3, \"containerId\": \"c\"}");

    assertThat(ask().containers()).containsExactly(new ContainerKills("c", 3));
    assertThat(ask().at()).isEqualTo(NOW);
  }

  @Test
  void anAgentThatHangsIsGivenUp() {
    agent.hangs();

    assertThatThrownBy(this::ask)
        .isInstanceOf(RefusedException.class)
        .hasMessage("it does not answer within 2 s");
  }

  @Test
  void anAnswerThatDawdlesIsGivenUpThoughItHasBegun() {
    agent.dawdles();

    assertThatThrownBy(this::ask)
        .isInstanceOf(RefusedException.class)
        .hasMessage("it does not answer within 2 s");
  }

  @Test
  void anEndlessAnswerIsNotTaken() {
    agent.says("{\"pod\": \"" + "a".repeat(1 << 20) + "\"}");

    assertThatThrownBy(this::ask).isInstanceOf(RefusedException.class);
  }

  @Test
  void anAnswerLeadsNowhereElse() {
    try (FakeAgent other = new FakeAgent()) {
      agent.redirectsTo("http://127.0.0.1:" + other.port() + "/sample");

      assertThatThrownBy(this::ask).hasMessage("it answers with status 302");
      assertThat(other.asked).hasValue(0);
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    agent.fails(500);
    assertThatThrownBy(this::ask).hasMessage("it answers with status 500");

    agent.says("<html>");
    assertThatThrownBy(this::ask).hasMessage("what answers there is not an agent");

    agent.says("{\"pod\": \"b\"}");
    assertThatThrownBy(this::ask).hasMessage("it is the agent of pod b");

    agent.close();
    assertThatThrownBy(this::ask).hasMessage("its port refuses connections");
  }
}
