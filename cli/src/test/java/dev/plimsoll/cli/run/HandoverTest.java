package dev.plimsoll.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.program.Program;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoverTest {

  /** A shell takes the line apart into the very words, whatever is in them. */
  @Test
  void isALineThatAShellReadsBack() {
    Handover handover =
        new Handover(
            AgentMachine.of(Map.of("PLIMSOLL_AGENT_CACHE", "/a folder/agent.aot")),
            PolicyText.defaults(new PolicyText.Place("web", "")),
            Optional.of(Bytes.ofMebi(256)),
            Optional.of("a report.json"),
            Map.of("NAME", "it's $HOME `x` \\ \"y\""),
            List.of("sh", "-c", "echo 'a  b' && true"));

    String printed =
        Program.of("sh", "-c", handover.shellLine().replaceFirst("^exec ", "printf '%s\\\\0' "))
            .output();

    assertThat(List.of(printed.stripTrailing().split("\0"))).isEqualTo(handover.words());
  }
}
