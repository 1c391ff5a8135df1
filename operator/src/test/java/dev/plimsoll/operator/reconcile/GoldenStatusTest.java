package dev.plimsoll.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import dev.plimsoll.operator.report.StatusFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each {@code in-NAME.yaml} of golden/, a budget and what surrounds it, the status is that of
 * {@code out-NAME.yaml}. With -Dgolden.write=DIRECTORY the outcome is written there instead.
 */
class GoldenStatusTest {
  private static final Optional<Path> WRITE =
      Optional.ofNullable(System.getProperty("golden.write")).map(Path::of);

  static Stream<String> cases() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(golden())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("in-"))
          .map(name -> name.substring("in-".length(), name.length() - ".yaml".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path golden() throws URISyntaxException {
    return Path.of(GoldenStatusTest.class.getResource("/golden").toURI());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStatusIsAsWrittenDown(String name) throws IOException, URISyntaxException {
    Stage stage = Stage.of(Files.readString(golden().resolve("in-" + name + ".yaml")));

    MemoryBudgetStatus status =
        StatusFactory.of(
            stage.account(),
            Optional.ofNullable(stage.resource().getStatus()),
            stage.resource().getMetadata().getGeneration(),
            List.of(),
            Stage.NOW);

    String yaml = Stage.YAML.asYaml(status);
    if (WRITE.isPresent()) {
      Files.writeString(WRITE.get().resolve("out-" + name + ".yaml"), yaml);
    }
    assertThat(yaml).isEqualTo(Files.readString(golden().resolve("out-" + name + ".yaml")));
  }
}
