package dev.plimsoll.core.model;

import java.util.OptionalLong;

/**
 * How the agent gets into the pod.
 *
 * @param injection by a sidecar, or not by us
 * @param runAsUser the UID it runs as; empty means the application's own
 */
public record AgentTerms(Injection injection, OptionalLong runAsUser) {
  /** Who puts the agent beside the application. */
  public enum Injection {
    SIDECAR("Sidecar"),
    NONE("None");

    private final String text;

    Injection(String text) {
      this.text = text;
    }

    /** The name that the API uses. */
    public String text() {
      return text;
    }
  }
}
