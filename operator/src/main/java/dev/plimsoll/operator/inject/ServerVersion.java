package dev.plimsoll.operator.inject;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the cluster's API server. */
public record ServerVersion(int major, int minor) {
  /** The first that keeps a sidecar running beside the containers; one before waits for its end. */
  private static final ServerVersion FIRST_WITH_SIDECARS = new ServerVersion(1, 29);

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /**
   * Asks the server.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException where it does not answer
   */
  public static ServerVersion of(KubernetesClient client) {
    VersionInfo version = client.getKubernetesVersion();
    return new ServerVersion(number(version.getMajor()), number(version.getMinor()));
  }

  /** Some providers write 29+; one that says nothing that can be read counts as old. */
  private static int number(String text) {
    Matcher digits = DIGITS.matcher(String.valueOf(text));
    return digits.find() ? Integer.parseInt(digits.group()) : 0;
  }

  boolean hasSidecars() {
    return major > FIRST_WITH_SIDECARS.major
        || major == FIRST_WITH_SIDECARS.major && minor >= FIRST_WITH_SIDECARS.minor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
