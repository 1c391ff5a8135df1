package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * PHP-FPM with as many children as a variable says.
 *
 * <p>Needs Linux, root to make a memory cgroup, and the Debian packages of PHP-FPM and cgi-fcgi;
 * skipped elsewhere.
 */
class PhpFpmIT implements ServerUnderTest {
  private static final DebianPackage PACKAGE = new DebianPackage("php8.2-fpm");
  private static final DebianPackage CLIENT = new DebianPackage("libfcgi-bin");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "php-fpm";
  }

  @Override
  public Optional<String> missing() {
    return PACKAGE.missing().or(CLIENT::missing);
  }

  @Override
  public String version() throws IOException {
    return PACKAGE.version();
  }

  @Override
  public int workers() {
    return 3;
  }

  @Override
  public Launch launch(int port, Path scratch) {
    return new Launch(
        List.of(
            "php-fpm8.2",
            "--allow-to-run-as-root",
            "--no-php-ini",
            "--define",
            "memory_limit=-1",
            "--fpm-config",
            Applications.FOLDER.resolve("php-fpm.conf").toString()),
        Map.of(
            "PHP_FPM_MAX_CHILDREN", Integer.toString(workers()), "PORT", Integer.toString(port)));
  }

  @Override
  public Requests requests(int port) {
    return new FastCgiRequests(port, Applications.FOLDER.resolve("app.php"));
  }
}
