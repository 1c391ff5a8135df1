package dev.plimsoll.agent.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RuntimesTableTest {

  @Test
  void noProfileIsMissing() throws IOException {
    assertThat(RuntimesTable.committed().stream().map(RuntimesTable::profile))
        .containsAll(RuntimeProfiles.names());
  }

  @Test
  void everyCommonWorkerClassOfGunicornIsThere() throws IOException {
    assertThat(RuntimesTable.committed().stream().map(RuntimesTable::server))
        .contains(
            "gunicorn (sync)",
            "gunicorn (gthread)",
            "gunicorn (gevent)",
            "gunicorn (uvicorn-worker)");
  }

  @Test
  void versionsAndNumbersOfRequestsMayDiffer() {
    assertThat(TableRow.lasting("| puma | 5.6.5 | master and 2 | TERM | 0 of 93 | +1 |"))
        .isEqualTo(TableRow.lasting("| puma | 6.4 | master and 2 | TERM | 0 of 71 | +1 |"))
        .isNotEqualTo(TableRow.lasting("| puma | 5.6.5 | master and 2 | TERM | 1 of 93 | +1 |"));
  }
}
