package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.Plimsoll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the plimsoll command itself is started, as a user would.
 *
 * @param words the program and what comes before its subcommand
 */
record OwnCommand(List<String> words) {

  /** The launcher where there is one, else this very Java machine. */
  static OwnCommand of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("PLIMSOLL_HOME"))
        .map(home -> Path.of(home, "plimsoll"))
        .filter(Files::isExecutable)
        .map(launcher -> new OwnCommand(List.of(launcher.toString())))
        .orElseGet(OwnCommand::ofThisMachine);
  }

  private static OwnCommand ofThisMachine() {
    return new OwnCommand(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Plimsoll.class.getName()));
  }
}
