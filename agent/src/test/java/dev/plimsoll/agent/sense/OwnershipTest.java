package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {
  @TempDir private Path proc;

  private Ownership ownership(int user, int group) throws IOException {
    Path self = Files.createDirectories(proc.resolve("self"));
    Files.writeString(
        self.resolve("status"),
        "Name:\tjava\nUid:\t%1$d\t%1$d\t%1$d\t%1$d\nGid:\t%2$d\t%2$d\t%2$d\t%2$d\n"
            .formatted(user, group));
    return new Ownership(proc, new KernelText());
  }

  private static ProcessIdentity process(long user, long group) {
    return new ProcessIdentity(
        List.of(), "/", Optional.empty(), Map.of(), Optional.empty(), user, group);
  }

  @Test
  void theSameUserAndGroupMayReadAndSignal() throws IOException {
    assertThat(ownership(1000, 2000).doubt(7, process(1000, 2000))).isEmpty();
    assertThat(ownership(1000, 2000).doubt(7, process(KernelText.NO_NUMBER, KernelText.NO_NUMBER)))
        .isEmpty();
  }

  @Test
  void whatToSetIsSaid() throws IOException {
    assertThat(ownership(1000, 0).doubt(7, process(1001, 1001)))
        .hasValueSatisfying(
            text ->
                assertThat(text).contains("process 7", "user 1001", "spec.agent.runAsUser: 1001"));
    assertThat(ownership(1000, 0).doubt(7, process(1000, 1001)))
        .hasValueSatisfying(
            text -> assertThat(text).contains("process 7", "group 1001", "runAsGroup: 1001"));
  }
}
