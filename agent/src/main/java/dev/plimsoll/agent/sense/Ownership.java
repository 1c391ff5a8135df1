package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the agent may see and signal the application: only as the same user, or as root. */
final class Ownership {
  private static final byte[] UID = MemoryCgroup.key("Uid");

  private final long own;

  Ownership(Path proc, KernelText text) throws IOException {
    try (KernelFile status = new KernelFile(proc.resolve("self").resolve("status"))) {
      status.readInto(text);
      this.own = text.field(UID);
    }
  }

  Optional<Remark> remark(List<TrackedProcess> members) {
    if (own == 0) {
      return Optional.empty();
    }
    for (TrackedProcess process : members) {
      long user = process.identity().user();
      if (user != own && user != KernelText.NO_NUMBER) {
        return Optional.of(
            new Remark(
                Remark.Reason.UID_MISMATCH,
                "process "
                    + process.id().pid()
                    + " runs as user "
                    + user
                    + " and the agent as "
                    + own
                    + ", which may not signal it: set spec.agent.runAsUser: "
                    + user));
      }
    }
    return Optional.empty();
  }
}
