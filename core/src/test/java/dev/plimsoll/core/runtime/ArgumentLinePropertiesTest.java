package dev.plimsoll.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArgumentLinePropertiesTest {

  /** A line that its server reads, and flags to merge into it. */
  record Case(ArgumentHome.OneLine home, String line, Map<String, String> flags) {
    ArgumentLine original() {
      return ArgumentLine.read(home, line);
    }

    @Override
    public String toString() {
      return home.variable() + " [" + line + "] with " + flags;
    }
  }

  @Property
  void takingOutRestoresTheOriginalBytes(@ForAll("cases") Case any) {
    ArgumentLine merged = any.original().with(any.flags());

    assertThat(merged.without(any.flags(), any.original()).text()).isEqualTo(any.line());
  }

  @Property
  void mergingTwiceIsMergingOnce(@ForAll("cases") Case any) {
    ArgumentLine once = any.original().with(any.flags());

    assertThat(once.with(any.flags()).text()).isEqualTo(once.text());
  }

  @Property
  void everyMergedFlagIsInForce(@ForAll("cases") Case any) {
    Map<String, String> inForce = any.original().with(any.flags()).flags();

    assertThat(inForce).containsAllEntriesOf(any.flags());
  }

  @Property
  void otherFlagsKeepTheirValues(@ForAll("cases") Case any) {
    Map<String, String> before = new LinkedHashMap<>(any.original().flags());
    before.keySet().removeAll(any.flags().keySet());

    assertThat(any.original().with(any.flags()).flags()).containsAllEntriesOf(before);
  }

  @Property
  void whatTheUserAppendsLaterStays(@ForAll("cases") Case any) {
    String edited = any.original().with(any.flags()).text() + " --later";
    ArgumentLine restored =
        ArgumentLine.read(any.home(), edited).without(any.flags(), any.original());

    assertThat(restored.text()).endsWith("--later");
    assertThat(restored.flags()).containsAllEntriesOf(any.original().flags());
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.oneOf(gunicornCases(), jvmCases(), nodeCases());
  }

  private static Arbitrary<Case> gunicornCases() {
    Arbitrary<String> word =
        Arbitraries.of(
            "--workers 4",
            "-w 3",
            "-w2",
            "--workers='7'",
            "'--timeout=30'",
            "--timeout \"6\"0",
            "--max-requests\\=5",
            "--name 'it is \"me\"'",
            "--preload",
            "-k  gevent",
            "--statsd-prefix=a\\ b",
            "--log-level debug");
    Arbitrary<Map<String, String>> flags =
        flags(
            Map.of(
                "workers", numbers(),
                "timeout", numbers(),
                "max-requests", numbers(),
                "name", texts(),
                "preload", Arbitraries.just("")));
    return cases("GUNICORN_CMD_ARGS", word, Arbitraries.of(" ", "  ", "\t", "\n"), flags);
  }

  private static Arbitrary<Case> jvmCases() {
    Arbitrary<String> word =
        Arbitraries.of(
            "-Xmx1g",
            "'-Xmx'2g",
            "-Dname='a b'",
            "\"-Dname=it's\"",
            "-XX:MaxRAMPercentage=50.0",
            "-XX:+UseG1GC",
            "-Dflag",
            "-ea");
    Arbitrary<Map<String, String>> flags =
        flags(
            Map.of(
                "Xmx", numbers().map(n -> n + "m"),
                "Dname", texts(),
                "XX:MaxRAMPercentage", numbers(),
                "XX:+UseG1GC", Arbitraries.just("")));
    return cases("JAVA_TOOL_OPTIONS", word, Arbitraries.of(" ", "  ", "\t"), flags);
  }

  private static Arbitrary<Case> nodeCases() {
    Arbitrary<String> word =
        Arbitraries.of(
            "--max-old-space-size=512",
            "--max_old_space_size=64",
            "--title=\"a \\\" b\"",
            "--title='a",
            "--enable-source-maps");
    Arbitrary<Map<String, String>> flags =
        flags(
            Map.of(
                "max-old-space-size", numbers(),
                "title", texts(),
                "enable-source-maps", Arbitraries.just("")));
    return cases("NODE_OPTIONS", word, Arbitraries.of(" ", "  "), flags);
  }

  private static Arbitrary<Case> cases(
      String variable,
      Arbitrary<String> word,
      Arbitrary<String> blank,
      Arbitrary<Map<String, String>> flags) {
    ArgumentHome.OneLine home = RuntimeProfiles.lineIn(variable).orElseThrow();
    Arbitrary<String> line =
        Combinators.combine(word, blank)
            .as(String::concat)
            .list()
            .ofMaxSize(5)
            .map(words -> String.join("", words));
    Arbitrary<String> padded =
        Combinators.combine(Arbitraries.of("", " "), line, Arbitraries.of(true, false))
            .as((lead, text, trimmed) -> trimmed ? text.strip() : lead + text);
    return Combinators.combine(padded, flags).as((text, wanted) -> new Case(home, text, wanted));
  }

  private static Arbitrary<Map<String, String>> flags(Map<String, Arbitrary<String>> values) {
    return Arbitraries.of(values.keySet())
        .set()
        .ofMaxSize(values.size())
        .flatMap(
            names ->
                Combinators.combine(
                        names.stream()
                            .map(name -> values.get(name).map(value -> Map.entry(name, value)))
                            .toList())
                    .as(
                        entries -> {
                          Map<String, String> flags = new LinkedHashMap<>();
                          entries.forEach(entry -> flags.put(entry.getKey(), entry.getValue()));
                          return flags;
                        }));
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.integers().between(1, 2000).map(String::valueOf);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab '\"\\$=-").ofMinLength(1).ofMaxLength(8);
  }
}
