package dev.plimsoll.cli.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.demo.record.Origin;
import dev.plimsoll.cli.demo.record.SampleRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final Path GOLDEN = Path.of("src/test/resources/demo/report.html");
  private static final Path ACTUAL = Path.of("target/report-of-test.html");

  /** What is made is left in target, to be looked at and, where it is right, copied. */
  @Test
  void isWhatWasLookedAt() throws IOException {
    String html = new ReportPage(SampleRecording.good(), Origin.LIVE).html();
    Files.writeString(ACTUAL, html);

    assertThat(html).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void loadsNothingFromElsewhere() {
    String html = new ReportPage(SampleRecording.good(), Origin.LIVE).html();

    assertThat(html).doesNotContain("http:", "https:", "src=", "@import", "url(", "{{");
  }

  @Test
  void saysThatItIsARecording() {
    assertThat(new ReportPage(SampleRecording.good(), Origin.RECORDED).html())
        .contains("A recording, made by the same command on 2026-01-02T03:04:05Z");
  }

  @Test
  void escapesWhatTheGuardSaid() {
    assertThat(new ReportPage(SampleRecording.good(), Origin.LIVE).html())
        .contains("40Mi &amp; more than &lt;a fresh one&gt;")
        .doesNotContain("<a fresh one>");
  }
}
