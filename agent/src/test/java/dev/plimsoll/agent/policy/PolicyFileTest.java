package dev.plimsoll.agent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.policy.PolicyInForce.Origin;
import dev.plimsoll.core.guard.PolicyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  private static final PolicyText.Place PLACE = new PolicyText.Place("web", "x");

  @TempDir private Path folder;
  private long now;

  @Test
  void isReadAgainWhenItChanges() throws IOException {
    Path path = written("softPercent=70", 1);
    PolicyFile file = new PolicyFile(path, PLACE, now);
    assertThat(file.at(now).policy().softPercent()).isEqualTo(70);

    written("softPercent=71", 2);
    assertThat(file.at(now).policy().softPercent()).as("within a second").isEqualTo(70);
    PolicyInForce later = later(file);

    assertThat(later.policy().softPercent()).isEqualTo(71);
    assertThat(later.origin()).isEqualTo(Origin.FILE);
    assertThat(later.message()).isEmpty();
  }

  @Test
  void theDefaultsHoldUntilThereIsOne() throws IOException {
    PolicyFile file = new PolicyFile(folder.resolve("policy.properties"), PLACE, now);
    assertThat(file.at(now).origin()).isEqualTo(Origin.DEFAULTS);
    assertThat(file.at(now).message().orElseThrow()).contains("policy.properties");

    written("softPercent=70", 1);

    assertThat(later(file).policy().softPercent()).isEqualTo(70);
  }

  @Test
  void theLastGoodOneHoldsWhileItCannotBeRead() throws IOException {
    Path path = written("softPercent=70", 1);
    PolicyFile file = new PolicyFile(path, PLACE, now);

    written("softPercent=seventy", 2);
    PolicyInForce refused = later(file);
    assertThat(refused.policy().softPercent()).isEqualTo(70);
    assertThat(refused.origin()).isEqualTo(Origin.LAST_GOOD);
    assertThat(refused.message().orElseThrow()).contains("softPercent", "last good");

    Files.delete(path);
    assertThat(later(file).policy().softPercent()).isEqualTo(70);
    assertThat(later(file).origin()).isEqualTo(Origin.LAST_GOOD);
  }

  private Path written(String text, int second) throws IOException {
    Path path = Files.writeString(folder.resolve("policy.properties"), text);
    return Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(second)));
  }

  private PolicyInForce later(PolicyFile file) {
    now += Duration.ofSeconds(2).toNanos();
    return file.at(now);
  }
}
