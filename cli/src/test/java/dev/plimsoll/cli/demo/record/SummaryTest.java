package dev.plimsoll.cli.demo.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

  @Test
  void tellsScriptsWhatBothSidesCameTo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("summary.json");

    RecordingFile.write(Summary.of(SampleRecording.good(), Origin.RECORDED), file);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.path("source").asText()).isEqualTo("recorded");
    assertThat(json.path("recordedAt").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(json.path("shown").asBoolean()).isTrue();
    assertThat(json.at("/unguarded/oomKills").asLong()).isEqualTo(2);
    assertThat(json.at("/guarded/oomKills").asLong(-1)).isZero();
    assertThat(json.at("/guarded/recycles").asLong()).isEqualTo(1);
    assertThat(json.at("/guarded/sheds").asLong()).isEqualTo(1);
    assertThat(json.at("/unguarded/offeredRequests").asLong()).isEqualTo(100);
    assertThat(json.at("/unguarded/completedRequests").asLong()).isEqualTo(98);
    assertThat(json.at("/guarded/completedRequests").asLong()).isEqualTo(100);
    assertThat(json.at("/guarded/peakBytes").asLong()).isEqualTo(95 << 20);
  }
}
