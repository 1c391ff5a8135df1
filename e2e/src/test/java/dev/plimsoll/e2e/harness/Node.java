package dev.plimsoll.e2e.harness;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** The node's container, with what the daemon of this machine can grant it. */
final class Node {
  private static final int CAP_SYS_RESOURCE = 24;

  private Node() {}

  /** A node that tools/cluster knows by this name. */
  static K3sContainer named(String name, String image) {
    K3sContainer node =
        new K3sContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("rancher/k3s"))
            .withCreateContainerCmdModifier(command -> command.withName("plimsoll-" + name));
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
    command
        .getHostConfig()
        .withPrivileged(false)
        .withCapAdd(Capability.ALL)
        .withCapDrop(Capability.SYS_RESOURCE)
        .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
        .withDevices(Device.parse("/dev/kmsg"))
        .withDeviceCgroupRules(List.of("a *:* rwm"));
  }
}
