package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package of the distribution that brings a server.
 *
 * @param name as apt-get knows it
 */
record DebianPackage(String name) {

  /** What to do where it is not installed. */
  Optional<String> missing() {
    try {
      installed();
      return Optional.empty();
    } catch (IOException _) {
      return Optional.of("needs the Debian package " + name + ": apt-get install " + name);
    }
  }

  /** The version of the program in it, without epoch and Debian's revision. */
  String version() throws IOException {
    return installed().replaceFirst("^\\d+:", "").replaceFirst("[-+].*", "");
  }

  private String installed() throws IOException {
    return ProgramOutput.of(
        List.of("dpkg-query", "--show", "--showformat=${Version}", name), Map.of());
  }
}
