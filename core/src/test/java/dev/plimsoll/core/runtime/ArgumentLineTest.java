package dev.plimsoll.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentLineTest {
  private static final ArgumentHome.OneLine GUNICORN =
      RuntimeProfiles.lineIn("GUNICORN_CMD_ARGS").orElseThrow();
  private static final ArgumentHome.OneLine JAVA =
      RuntimeProfiles.lineIn("JAVA_TOOL_OPTIONS").orElseThrow();
  private static final ArgumentHome.OneLine NODE =
      RuntimeProfiles.lineIn("NODE_OPTIONS").orElseThrow();

  private static ArgumentLine gunicorn(String line) {
    return ArgumentLine.read(GUNICORN, line);
  }

  private static String merged(ArgumentHome.OneLine home, String line, String flag, String value) {
    return ArgumentLine.read(home, line).with(Map.of(flag, value)).text();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``                                | --max-requests 500
          --timeout 60                      | --timeout 60 --max-requests 500
          `--timeout 60 `                   | --timeout 60 --max-requests 500
          --max-requests 100                | --max-requests 500
          --max-requests=100                | --max-requests=500
          --max-requests=500 -w  2          | --max-requests=500 -w  2
          --max-requests '500' -w 2         | --max-requests '500' -w 2
          --max-requests='100' -w 2         | --max-requests=500 -w 2
          '--max-requests=100' -w 2         | --max-requests=500 -w 2
          --max-requests "100"   -w 2       | --max-requests 500   -w 2
          --max-requests 1 --max-requests 2 | --max-requests 1 --max-requests 500
          --max-requests 500 --max-requests=2 | --max-requests 500 --max-requests=500
          --max-requests-jitter 5           | --max-requests-jitter 5 --max-requests 500
          --max-requests                    | --max-requests=500
          --max-requests --preload          | --max-requests=500 --preload
          --preload -- app:app              | --preload --max-requests 500 -- app:app
          --name 'a --max-requests 9'       | --name 'a --max-requests 9' --max-requests 500
          """)
  void putsAValueWhereTheFlagStandsOrAtTheEnd(String line, String expected) {
    assertThat(merged(GUNICORN, line, "max-requests", "500")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          -w 4               | -w 2
          -w4 --preload      | -w2 --preload
          -w=4               | -w=2
          -w                 | -w2
          --workers 4 -w 3   | --workers 4 -w 2
          -t 4               | -t 4 --workers 2
          -Rw4               | -Rw4 --workers 2
          """)
  void replacesAShortFlagInItsOwnForm(String line, String expected) {
    assertThat(merged(GUNICORN, line, "workers", "2")).isEqualTo(expected);
  }

  @Test
  void addsASwitchOnce() {
    assertThat(merged(GUNICORN, "-w 2", "preload", "")).isEqualTo("-w 2 --preload");
    assertThat(merged(GUNICORN, "--preload -w 2", "preload", "true")).isEqualTo("--preload -w 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my app", "it's", "$(HOME)", "a\"b\\c"})
  void quotesAValueSoThatTheServerReadsItBack(String value) {
    ArgumentLine line = gunicorn("--name x").with(Map.of("name", value));

    assertThat(line.text()).startsWith("--name '");
    assertThat(line.value("name")).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``                            | Xmx                   | 256m | -Xmx256m
          -Xmx1g -Da='x y'              | Xmx                   | 256m | -Xmx256m -Da='x y'
          -XX:MaxRAMPercentage=50       | XX:MaxRAMPercentage   | 75   | -XX:MaxRAMPercentage=75
          -XX:-UseSerialGC -Xss1m       | XX:+UseSerialGC       | ``   | -XX:+UseSerialGC -Xss1m
          -Dserver.port=1 -Dserver.p=2  | Dserver.port          | 8080 | -Dserver.port=8080 -Dserver.p=2
          "-Da=it's"                    | Db                    | x y  | "-Da=it's" '-Db=x y'
          """)
  void writesJvmFlagsAsTheJvmDoes(String line, String flag, String value, String expected) {
    assertThat(merged(JAVA, line, flag, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``                              | --max-old-space-size=256
          --max_old_space_size=512        | --max-old-space-size=256
          --max_old_space_size=256        | --max_old_space_size=256
          --title="a b" --no-warnings     | --title="a b" --no-warnings --max-old-space-size=256
          --title='a  --enable-source-maps | --title='a  --enable-source-maps --max-old-space-size=256
          """)
  void writesNodeFlagsAsNodeDoes(String line, String expected) {
    assertThat(merged(NODE, line, "max-old-space-size", "256")).isEqualTo(expected);
  }

  @Test
  void readsTheFlagsOfALine() {
    assertThat(gunicorn("-w 4 --max-requests=500 --preload --name 'my app' -- app").flags())
        .containsExactly(
            Map.entry("workers", "4"),
            Map.entry("max-requests", "500"),
            Map.entry("preload", ""),
            Map.entry("name", "my app"));
    assertThat(gunicorn("--workers -1").value("workers")).contains("-1");
    assertThat(gunicorn("--workers 2").value("threads")).isEmpty();
  }

  @Test
  void findsFlagsThatTheServerWouldDieOf() {
    assertThat(gunicorn("-w 4 --max-worker-lifetime 60 --preloa --log-lev=debug").unknownFlags())
        .containsExactly("max-worker-lifetime");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          --name 'open    | character 8
          --name "a\\"b   | character 8
          --name a\\      | backslash
          """)
  void refusesALineThatGunicornCannotRead(String line, String named) {
    assertThatThrownBy(() -> gunicorn(line))
        .isInstanceOf(MalformedLineException.class)
        .hasMessageContaining(named);
  }

  @Test
  void refusesLinesThatJvmAndNodeCannotRead() {
    assertThatThrownBy(() -> ArgumentLine.read(JAVA, "-Da='x"))
        .isInstanceOf(MalformedLineException.class);
    assertThatThrownBy(() -> ArgumentLine.read(NODE, "--title=\"x\\\""))
        .isInstanceOf(MalformedLineException.class);
  }

  @Test
  void givesTheOriginalBackExactly() {
    ArgumentLine original = gunicorn("  --max-requests  '100'\t-w=4 ");
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("max-requests", "500");
    ours.put("workers", "2");
    ours.put("preload", "");

    ArgumentLine merged = original.with(ours);

    assertThat(merged.text()).isEqualTo("  --max-requests  500\t-w=2 --preload");
    assertThat(merged.without(ours, original).text()).isEqualTo(original.text());
  }

  @Test
  void keepsWhatTheUserChangedMeanwhile() {
    ArgumentLine original = gunicorn("--max-requests 100 --timeout 60");
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("max-requests", "500");
    ours.put("max-requests-jitter", "50");
    ours.put("timeout", "300");
    ArgumentLine edited =
        gunicorn("--max-requests 500 --timeout 90 --max-requests-jitter=50 --log-level debug");

    assertThat(edited.without(ours, original).text())
        .isEqualTo("--max-requests 100 --timeout 90 --log-level debug");
  }

  @Test
  void takesNothingOutThatIsGoneAlready() {
    ArgumentLine original = gunicorn("--timeout 60");

    assertThat(gunicorn("--timeout 60 -k gevent").without(Map.of("preload", ""), original).text())
        .isEqualTo("--timeout 60 -k gevent");
  }

  @Test
  void cutsAFlagThatLeadsTheLineWithTheBlankAfterIt() {
    ArgumentLine original = gunicorn("");

    assertThat(
            gunicorn("--max-requests=500 --preload")
                .without(Map.of("max-requests", "500"), original)
                .text())
        .isEqualTo("--preload");
  }
}
