package dev.plimsoll.agent.policy;

import dev.plimsoll.core.guard.GuardPolicy;
import java.util.Optional;

/**
 * The policy that holds now.
 *
 * @param message what is wrong with the text that should hold instead, and what to do
 */
public record PolicyInForce(GuardPolicy policy, Origin origin, Optional<String> message) {

  /** Where it comes from. */
  public enum Origin {
    /** Given, and read. */
    FILE("file"),
    /** None was ever given. */
    DEFAULTS("defaults"),
    /** One was given, but what is there now cannot be read. */
    LAST_GOOD("lastGood");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /** The name in samples. */
    public String text() {
      return text;
    }
  }
}
