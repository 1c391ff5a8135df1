package dev.plimsoll.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSourceTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @Test
  void readsAFileOrStandardInput(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my budget.yaml"), "kind: Tür");

    assertThat(new TextSource(file.toString()).read(NOTHING)).isEqualTo("kind: Tür");
    assertThat(
            new TextSource("-")
                .read(new ByteArrayInputStream("kind: x".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("kind: x");
  }

  @Test
  void refusesWhatIsNoText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("image"), new byte[] {(byte) 0xff, (byte) 0xd8});

    assertThatThrownBy(() -> new TextSource(file.toString()).read(NOTHING))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(file + ": is not text in UTF-8: give a budget in YAML or JSON");
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> new TextSource("-").read(new ByteArrayInputStream(new byte[4 << 20])))
        .hasMessageStartingWith("standard input: is larger than any Kubernetes object");
  }

  @Test
  void refusesAPathThatCannotBe() {
    assertThatThrownBy(() -> new TextSource("a\0b").read(NOTHING))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no such file");
  }
}
