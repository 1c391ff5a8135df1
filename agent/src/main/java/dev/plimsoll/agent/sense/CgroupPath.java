package dev.plimsoll.agent.sense;

import java.util.Optional;

/** Reads the file that tells of a process's cgroups. */
final class CgroupPath {
  private static final int ID_LENGTH = 64;

  private CgroupPath() {}

  /** The path in the memory controller's tree where there is one, else in the one tree. */
  static String ofMemory(String cgroups) {
    String unified = "";
    for (String line : cgroups.split("\n")) {
      int first = line.indexOf(':');
      int second = line.indexOf(':', first + 1);
      if (second < 0) {
        continue;
      }
      String controllers = line.substring(first + 1, second);
      String path = line.substring(second + 1);
      if (("," + controllers + ",").contains(",memory,")) {
        return path;
      }
      if (controllers.isEmpty()) {
        unified = path;
      }
    }
    return unified;
  }

  /**
   * The container's id that a runtime puts into the path: the last run of 64 hexadecimal digits.
   */
  static Optional<String> containerId(String path) {
    int run = 0;
    for (int at = path.length() - 1; at >= 0; at--) {
      run = isHexadecimal(path.charAt(at)) ? run + 1 : 0;
      boolean begins = at == 0 || !isHexadecimal(path.charAt(at - 1));
      if (begins && run == ID_LENGTH) {
        return Optional.of(path.substring(at, at + ID_LENGTH));
      }
    }
    return Optional.empty();
  }

  private static boolean isHexadecimal(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }
}
