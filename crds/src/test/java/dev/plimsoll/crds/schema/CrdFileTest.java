package dev.plimsoll.crds.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart installs the CRD that the Java types say. */
class CrdFileTest {
  private static final Path GENERATED = Path.of("target", "crd");
  private static final Path COMMITTED =
      Path.of("..", "charts", "plimsoll", "files", "memorybudgets.plimsoll.dev.yaml");

  @Test
  void theCommittedCrdIsTheGeneratedOne() throws IOException {
    Path generated = GeneratedCrd.writeTo(GENERATED);

    assertThat(COMMITTED)
        .withFailMessage(
            "The chart's CRD is not what the Java types say. If the types are right: cp crds/%s"
                + " charts/plimsoll/files/%s",
            generated, COMMITTED.getFileName())
        .exists()
        .hasSameTextualContentAs(generated);
  }

  @Test
  void generatingTwiceGivesTheSameText(@TempDir Path one, @TempDir Path other) throws IOException {
    assertThat(GeneratedCrd.writeTo(one)).hasSameTextualContentAs(GeneratedCrd.writeTo(other));
  }
}
