package dev.plimsoll.agent.servers;

import java.util.List;

/**
 * What one server did.
 *
 * @param server its profile and variant
 * @param workers what was recognised when that many were asked for
 * @param failed requests without a good answer, of all that were made under recycle, shed and grow
 * @param oomKills by how much the kernel's counter rose by one induced kill
 * @param afterKill what the server did then
 */
record TableRow(
    String server,
    String version,
    String workers,
    String recycle,
    String shed,
    String grow,
    String failed,
    long oomKills,
    String afterKill) {

  static final List<String> COLUMNS =
      List.of(
          "server",
          "version",
          "recognised",
          "recycle",
          "shed",
          "grow",
          "failed requests",
          "oom_kill",
          "after the kill");

  String text() {
    return line(
        List.of(server, version, workers, recycle, shed, grow, failed, "+" + oomKills, afterKill));
  }

  /** The row without what differs from machine to machine and from run to run. */
  static String lasting(String text) {
    return text.replaceFirst("^(\\| [^|]+ \\|)[^|]+\\|", "$1").replaceFirst(" of \\d+ \\|", " |");
  }

  static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
