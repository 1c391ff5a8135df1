package dev.plimsoll.operator;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease by which one of several operators acts. Every action is safe under two leaders as well:
 * a change is made only to the version of an object that was read.
 */
final class LeadershipLease {
  private static final Logger log = LoggerFactory.getLogger(LeadershipLease.class);
  private static final String NAME = "plimsoll-operator";

  private final KubernetesClient client;
  private final String namespace;
  private final String identity;

  LeadershipLease(KubernetesClient client, Optional<String> namespace) {
    this.client = client;
    this.namespace =
        namespace
            .or(() -> Optional.ofNullable(client.getConfiguration().getNamespace()))
            .orElse("default");
    this.identity = identity();
  }

  /**
   * The host and the process on it: a container that is started again in its pod is the same holder
   * and need not wait, two processes on one host are not.
   */
  private static String identity() {
    String host =
        Optional.ofNullable(System.getenv("HOSTNAME"))
            .filter(name -> !name.isBlank())
            .orElseGet(() -> UUID.randomUUID().toString());
    return host + "_" + ProcessHandle.current().pid();
  }

  /**
   * What the election is told.
   *
   * @param lost runs when another operator leads, or may
   */
  LeaderElectionConfiguration configuration(Runnable lost) {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(NAME)
        .withLeaseNamespace(namespace)
        .withIdentity(identity)
        .withExitOnStopLeading(false)
        .withLeaderCallbacks(new LeaderCallbacks(LeadershipLease::leading, lost, this::holder))
        .build();
  }

  private static void leading() {
    log.info("This operator leads.");
  }

  private void holder(String holder) {
    log.atInfo()
        .addKeyValue("holder", String.valueOf(holder))
        .addKeyValue("lease", namespace + "/" + NAME)
        .log("The lease has a holder.");
  }

  /** Gives the lease up, so that the next operator need not wait for it to expire. */
  void release() {
    try {
      Lease lease = client.leases().inNamespace(namespace).withName(NAME).get();
      if (lease != null && identity.equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity("");
        client.resource(lease).update();
      }
    } catch (KubernetesClientException e) {
      log.info("The lease was not given up and expires by itself: {}", e.getMessage());
    }
  }
}
