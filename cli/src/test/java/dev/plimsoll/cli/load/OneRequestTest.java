package dev.plimsoll.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneRequestTest {

  @ParameterizedTest
  @CsvSource({
    "200, 5, hello, COMPLETED",
    "302, 5, hello, COMPLETED",
    "200, 6, hello, FAILED",
    "500, 5, hello, FAILED",
    "503, 5, hello, REFUSED"
  })
  void tellsAnswersApart(int status, int length, String body, Outcome outcome) {
    assertThat(
            OneRequest.outcome(
                "HTTP/1.1 %d What\r\nContent-Length: %d\r\n\r\n%s".formatted(status, length, body)))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"''", "HTTP/1.1 200 OK"})
  void countsABrokenConnectionAsFailed(String answer) {
    assertThat(OneRequest.outcome(answer)).isEqualTo(Outcome.FAILED);
  }
}
