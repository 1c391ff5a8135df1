package dev.plimsoll.operator.diagnose;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every in-*.yaml is examined by every diagnostic, and its out-*.yaml lists all that they say: a
 * finding too many is as wrong as one too few.
 */
class DiagnosticsTest {
  private static final Path CASES = Path.of("src/test/resources/diagnose");

  /** Whole applications with several faults each; every other folder is named after a reason. */
  private static final String APPLICATIONS = "applications";

  private static final Path REFERENCE = Path.of("../docs/diagnostics.md");

  /** Set to {@code true} to write what is said now instead of comparing; look at the difference. */
  private static final String REWRITE = "plimsoll.golden.rewrite";

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("in-"))
          .sorted()
          .toList();
    }
  }

  private static Path expectationOf(Path in) {
    return in.resolveSibling(in.getFileName().toString().replaceFirst("^in-", "out-"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatTheManifestShowsAndNoMore(Path in) throws IOException {
    String said =
        Diagnostics.examine(Situation.read(in)).stream()
            .map(DiagnosticsTest::written)
            .collect(joining());

    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(expectationOf(in), said);
    }
    assertThat(said).isEqualTo(Files.readString(expectationOf(in)));
  }

  private static String written(Finding finding) {
    return "- reason: %s\n  severity: %s\n  message: >-\n    %s\n"
        .formatted(finding.reason(), finding.severity(), finding.message());
  }

  @Test
  void everyReasonHasACaseInWhichItSpeaksAndOneInWhichItIsSilent() throws IOException {
    Map<String, Set<Boolean>> speaks =
        cases().stream()
            .filter(in -> !in.getParent().endsWith(APPLICATIONS))
            .collect(
                groupingBy(
                    in -> in.getParent().getFileName().toString(),
                    mapping(DiagnosticsTest::speaksOfItsReason, toSet())));

    assertThat(speaks.keySet()).isEqualTo(reasons());
    assertThat(speaks.values()).allMatch(cases -> cases.size() == 2);
  }

  private static boolean speaksOfItsReason(Path in) {
    try {
      String reason = in.getParent().getFileName().toString();
      return Files.readString(expectationOf(in)).contains("reason: " + reason + "\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> reasons() {
    return Diagnostics.ALL.stream().map(each -> each.reference().reason()).collect(toSet());
  }

  @Test
  void everyReasonIsNamedAsItsClass() {
    assertThat(Diagnostics.ALL)
        .allSatisfy(
            each ->
                assertThat(each.reference().reason()).isEqualTo(each.getClass().getSimpleName()));
    assertThat(reasons()).hasSameSizeAs(Diagnostics.ALL);
  }

  @Test
  void everyMessageNamesItsSubjectAndEndsInARemedy() throws IOException {
    for (Path in : cases()) {
      assertThat(Diagnostics.examine(Situation.read(in)))
          .as(in.toString())
          .allSatisfy(
              finding -> {
                assertThat(finding.message())
                    .matches("(Container|Knob|HorizontalPodAutoscaler) .*");
                assertThat(finding.message()).endsWith(".").hasSizeLessThan(400);
                assertThat(finding.message())
                    .containsPattern(
                        "(?i)\\b(add|allow|address|choose|close|count|give|keep|leave|lower|open|point|raise|remove|run|scale|set|take|use|write)\\b");
              });
    }
  }

  @Test
  void theReferenceListsEveryDiagnostic() throws IOException {
    assertListed("diagnostics", Diagnostics.ALL.stream().map(Diagnostic::reference));
  }

  @Test
  void theReferenceListsEveryRemark() throws IOException {
    assertListed("remarks", PodRemarks.ALL.stream());
  }

  private static void assertListed(String name, Stream<Reference> references) throws IOException {
    String begin = "<!-- %s -->\n".formatted(name);
    String end = "<!-- end of %s -->\n".formatted(name);
    String table =
        references
            .map(DiagnosticsTest::row)
            .collect(
                joining(
                    "",
                    begin + "| reason | severity | it sees | what to do |\n|---|---|---|---|\n",
                    end));
    String document = Files.readString(REFERENCE);

    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(
          REFERENCE,
          document.substring(0, document.indexOf(begin))
              + table
              + document.substring(document.indexOf(end) + end.length()));
    }
    assertThat(document).contains(table);
  }

  private static String row(Reference reference) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            reference.reason(),
            reference.severity().name().toLowerCase(Locale.ROOT),
            reference.sees(),
            reference.remedy());
  }
}
