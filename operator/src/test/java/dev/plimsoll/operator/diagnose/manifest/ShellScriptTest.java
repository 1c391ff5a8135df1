package dev.plimsoll.operator.diagnose.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

  @Test
  void separatesCommandsWhereAShellDoes() {
    assertThat(ShellScript.commands("a 1 && b 2 || c; d | e & f\ng (h)"))
        .containsExactly(
            List.of("a", "1"),
            List.of("b", "2"),
            List.of("c"),
            List.of("d"),
            List.of("e"),
            List.of("f"),
            List.of("g"),
            List.of("h"));
  }

  @Test
  void joinsWhatIsQuotedOrEscaped() {
    assertThat(ShellScript.commands("a 'b; c' \"d \\\" e\" f\\ g\"h\"'' \"\""))
        .containsExactly(List.of("a", "b; c", "d \" e", "f gh", ""));
  }

  @Test
  void continuesALineThatEndsInABackslash() {
    assertThat(ShellScript.commands("gunicorn \\\n  -w 4"))
        .containsExactly(List.of("gunicorn", "-w", "4"));
  }

  @Test
  void keepsExpansionsAsTheyAreWritten() {
    assertThat(ShellScript.commands("a ${B:-2 3} $(nproc --all | head) `c d` $E"))
        .containsExactly(List.of("a", "${B:-2 3}", "$(nproc --all | head)", "`c d`", "$E"));
  }

  @Test
  void takesARedirectionForAWord() {
    assertThat(ShellScript.commands("a 2>&1 -w 4"))
        .containsExactly(List.of("a", "2>&1", "-w", "4"));
  }

  @Test
  void leavesCommentsOut() {
    assertThat(ShellScript.commands("# first -w 4\na b#c # rest; x"))
        .containsExactly(List.of("a", "b#c"));
  }

  @Test
  void readsAsFarAsItCanWhatIsNeverClosed() {
    assertThat(ShellScript.commands("a 'b c")).containsExactly(List.of("a", "b c"));
    assertThat(ShellScript.commands("a $(b c")).containsExactly(List.of("a", "$(b c"));
    assertThat(ShellScript.commands("a `b c")).containsExactly(List.of("a", "`b c"));
    assertThat(ShellScript.commands("a \\")).containsExactly(List.of("a"));
    assertThat(ShellScript.commands(" ;; ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'%s'",
        "\"%s\"",
        "\"%s",
        "$(%s)",
        "$(a (%s))",
        "$(a (b (%s",
        "${%s}",
        "`%s`",
        "%s",
        "#%s"
      })
  void readsALongScript(String form) {
    for (String filling : List.of("x", "\\\\", "\\'", "( ", "a b;", "''", "$")) {
      String script = form.formatted(filling.repeat(100_000));

      assertThatCode(() -> ShellScript.commands(script)).doesNotThrowAnyException();
    }
  }
}
