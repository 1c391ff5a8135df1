package dev.plimsoll.e2e.harness;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** The node's container, with what the daemon of this machine can grant it. */
final class Node {
  private static final int CAP_SYS_RESOURCE = 24;

  /** Names that the older daemons do not know, and the one that some machines lack. */
  private static final Set<String> NOT_ASKED =
      Set.of("ALL", "SYS_RESOURCE", "PERFMON", "BPF", "CHECKPOINT_RESTORE");

  private Node() {}

  static K3sContainer of(String image) {
    K3sContainer node =
        new K3sContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("rancher/k3s"));
    return daemonCanGrantEverything()
        ? node
        : node.withCreateContainerCmdModifier(Node::grantWhatThereIs);
  }

  /** A privileged container fails to start where the machine itself lacks a capability. */
  private static boolean daemonCanGrantEverything() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    try {
      String bounding =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("CapBnd:"))
              .map(line -> line.substring("CapBnd:".length()).strip())
              .findFirst()
              .orElseThrow();
      return (Long.parseUnsignedLong(bounding, 16) >> CAP_SYS_RESOURCE & 1) == 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void grantWhatThereIs(CreateContainerCmd command) {
    Capability[] capabilities =
        Arrays.stream(Capability.values())
            .filter(capability -> !NOT_ASKED.contains(capability.name()))
            .toArray(Capability[]::new);
    command
        .getHostConfig()
        .withPrivileged(false)
        .withCapAdd(capabilities)
        .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
        .withDevices(Device.parse("/dev/kmsg"))
        .withDeviceCgroupRules(List.of("a *:* rwm"));
  }
}
