package dev.plimsoll.agent.servers;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An app under pm2 in cluster mode, which ends its worker well when pm2's signal comes.
 *
 * <p>Needs Linux, root to make a memory cgroup, and npm; skipped elsewhere.
 */
class Pm2IT implements ServerUnderTest {
  private static final Path INSTALLED = Path.of("target/servers/pm2").toAbsolutePath();
  private static final Path PACKAGE = INSTALLED.resolve("node_modules/pm2/package.json");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Test
  void noneIsKilledAndNoRequestLostWhileTheGuardWatches() throws Exception {
    LeakTrial.run(this);
  }

  @Override
  public String profile() {
    return "pm2";
  }

  @Override
  public Optional<String> missing() {
    try {
      ProgramOutput.of(List.of("npm", "--version"), System.getenv());
      return Optional.empty();
    } catch (IOException _) {
      return Optional.of("needs npm: apt-get install nodejs npm");
    }
  }

  @Override
  public String version() throws IOException {
    return ProgramOutput.of(
        List.of("node", "--print", "require('" + PACKAGE + "').version"), Map.of());
  }

  @Override
  public int workers() {
    return 3;
  }

  /** pm2 and three idle workers take some 190 MiB. */
  @Override
  public Bytes limit() {
    return Bytes.ofMebi(320);
  }

  @Override
  public Launch launch(int port, Path scratch) throws IOException {
    install();
    return new Launch(
        List.of(
            INSTALLED.resolve("node_modules/.bin/pm2-runtime").toString(),
            "start",
            Applications.FOLDER.resolve("pm2.config.js").toString()),
        Map.of(
            "PM2_HOME", scratch.toString(),
            "PORT", Integer.toString(port),
            "WEB_CONCURRENCY", Integer.toString(workers())));
  }

  private static void install() throws IOException {
    Path wanted = INSTALLED.resolve("package.json");
    Path asked = Applications.FOLDER.resolve("package.json");
    if (Files.exists(PACKAGE) && Files.mismatch(asked, wanted) == -1) {
      return;
    }
    Files.createDirectories(INSTALLED);
    Files.copy(asked, wanted, StandardCopyOption.REPLACE_EXISTING);
    ProgramOutput.of(
        List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", INSTALLED.toString()),
        System.getenv());
  }
}
