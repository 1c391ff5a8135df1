package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the agent may see and signal the application. Signals need the same user; what a process
 * maps, its environment and its files need the same user and group.
 */
final class Ownership {
  private static final byte[] UID = MemoryCgroup.key("Uid");
  private static final byte[] GID = MemoryCgroup.key("Gid");

  private final long user;
  private final long group;

  Ownership(Path proc, KernelText text) throws IOException {
    try (KernelFile status = new KernelFile(proc.resolve("self").resolve("status"))) {
      status.readInto(text);
      this.user = text.field(UID);
      this.group = text.field(GID);
    }
  }

  Optional<Remark> remark(List<TrackedProcess> members) {
    return user == 0
        ? Optional.empty()
        : members.stream().flatMap(process -> doubt(process).stream()).findFirst();
  }

  private Optional<Remark> doubt(TrackedProcess process) {
    return doubt(process.id().pid(), process.identity())
        .map(message -> new Remark(Remark.Reason.UID_MISMATCH, message));
  }

  /** What is wrong between the agent and a process, and what to do about it. */
  Optional<String> doubt(long pid, ProcessIdentity identity) {
    return Stream.of(
            differs(identity.user(), user)
                ? "process %1$d runs as user %2$d and the agent as %3$d, which may not signal it: set spec.agent.runAsUser: %2$d"
                    .formatted(pid, identity.user(), user)
                : "",
            differs(identity.group(), group)
                ? "process %1$d is of group %2$d and the agent of %3$d, which may not read it: set securityContext.runAsGroup: %2$d on the container"
                    .formatted(pid, identity.group(), group)
                : "")
        .filter(message -> !message.isEmpty())
        .findFirst();
  }

  private static boolean differs(long theirs, long own) {
    return theirs != own && theirs != KernelText.NO_NUMBER;
  }
}
