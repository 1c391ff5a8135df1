package dev.plimsoll.agent.sense;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/** What the machine has: the limit of a cgroup that sets none. */
final class MachineMemory {
  private static final byte[] TOTAL = MemoryCgroup.key("MemTotal");

  private MachineMemory() {}

  static Bytes total() {
    KernelText text = new KernelText();
    try (KernelFile file = new KernelFile(Path.of("/proc/meminfo"))) {
      file.readInto(text);
      return new Bytes(text.field(TOTAL) << 10);
    } catch (IOException _) {
      return new Bytes(Long.MAX_VALUE);
    }
  }
}
