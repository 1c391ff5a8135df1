package dev.plimsoll.cli.demo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many children a server's master has.
 *
 * @param master its process number
 */
record WorkerCount(long master) {

  int now() {
    Path children = Path.of("/proc/%d/task/%d/children".formatted(master, master));
    try {
      String pids = Files.readString(children).strip();
      return pids.isEmpty() ? 0 : pids.split(" ").length;
    } catch (IOException _) {
      return 0;
    }
  }
}
