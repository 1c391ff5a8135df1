package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
  private static final PolicyText.Place PLACE = new PolicyText.Place("web", "0d5e");

  @Test
  void readsWhatItWrites() {
    for (String runtime : RuntimeProfiles.names()) {
      GuardPolicy policy =
          new GuardPolicy(
              "app",
              runtime,
              RuntimeProfiles.named(runtime).orElseThrow().processes(),
              80,
              91,
              Duration.ofSeconds(65),
              Optional.of(Duration.ofMinutes(30)),
              List.of(GuardAction.RECYCLE_WORKER, GuardAction.EVICT_POD),
              OptionalInt.of(3),
              5,
              "0d5e");

      assertThat(valid(PolicyText.render(policy)))
          .usingRecursiveComparison()
          .ignoringFields("model")
          .isEqualTo(policy);
    }
  }

  @Test
  void nothingWrittenIsTheDefaults() {
    assertThat(valid("")).usingRecursiveComparison().isEqualTo(PolicyText.defaults(PLACE));
    assertThat(PolicyText.defaults(PLACE).container()).isEqualTo("web");
    assertThat(PolicyText.defaults(PLACE).runtime()).isEqualTo("generic");
  }

  @Test
  void drainIsTheServersGracefulTimeoutAndFiveSeconds() {
    assertThat(valid("runtime=gunicorn").drain()).isEqualTo(Duration.ofSeconds(35));
  }

  @Test
  void passesOverWhatANewerOperatorWrites() {
    assertThat(valid("colour=blue\nsoftPercent=70").softPercent()).isEqualTo(70);
  }

  @Test
  void aValueLeftEmptyIsNotWritten() {
    assertThat(valid("softPercent=\nmaxWorkerAge= ").softPercent()).isEqualTo(85);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "softPercent=eighty|softPercent|50 to 95",
        "softPercent=20|softPercent|50 to 95",
        "hardPercent=99|hardPercent|51 to 97",
        "softPercent=93|softPercent|below hardPercent",
        "drain=65s|drain|PT65S",
        "drain=PT0S|drain|PT1S to PT1H",
        "maxWorkerAge=PT1S|maxWorkerAge|PT1M",
        "runtime=apache|runtime|gunicorn",
        "actions=RecycleWorker,Reboot|actions|ShedWorker",
        "plannedWorkers=0|plannedWorkers|1 to",
        "replicas=-1|replicas|1 to",
      })
  void refusesWithTheKeyAndARemedy(String text, String key, String remedy) {
    assertThat(PolicyText.parse(text, PLACE))
        .isInstanceOfSatisfying(
            PolicyText.Outcome.Refused.class,
            refused ->
                assertThat(refused.message())
                    .startsWith(key)
                    .contains(remedy)
                    .doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"softPercent=\\u12", "actions=RecycleWorker,RecycleWorker", "actions=,"})
  void refusesWhateverCannotBeRead(String text) {
    assertThat(PolicyText.parse(text, PLACE)).isInstanceOf(PolicyText.Outcome.Refused.class);
  }

  private static GuardPolicy valid(String text) {
    return switch (PolicyText.parse(text, PLACE)) {
      case PolicyText.Outcome.Valid(GuardPolicy policy) -> policy;
      case PolicyText.Outcome.Refused(String message) -> throw new AssertionError(message);
    };
  }
}
