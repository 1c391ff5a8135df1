package dev.plimsoll.agent.policy;

import dev.plimsoll.agent.policy.PolicyInForce.Origin;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A policy file that may appear, change and vanish while the agent runs. It is looked at once a
 * second; a file that cannot be read leaves the last good policy in force.
 */
public final class PolicyFile implements PolicySource {
  private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
  private static final long ABSENT = 0;

  private final File file;
  private final PolicyText.Place place;

  private PolicyInForce inForce;
  private Stamp stamp = new Stamp(ABSENT, ABSENT);
  private long lookedAt;

  /** Tells one content of the file from another. */
  private record Stamp(long modified, long length) {}

  /** Reads the file for the first time. */
  public PolicyFile(Path path, PolicyText.Place place, long now) {
    this.file = path.toFile();
    this.place = place;
    this.lookedAt = now;
    this.stamp = present();
    this.inForce = read(Optional.empty());
  }

  @Override
  public PolicyInForce at(long now) {
    if (now - lookedAt >= BETWEEN_LOOKS) {
      lookedAt = now;
      Stamp present = present();
      if (present.modified() != stamp.modified() || present.length() != stamp.length()) {
        stamp = present;
        inForce =
            read(
                inForce.origin() == Origin.DEFAULTS
                    ? Optional.empty()
                    : Optional.of(inForce.policy()));
      }
    }
    return inForce;
  }

  private Stamp present() {
    return new Stamp(file.lastModified(), file.length());
  }

  private PolicyInForce read(Optional<GuardPolicy> lastGood) {
    String text;
    try {
      text = Files.readString(file.toPath());
    } catch (IOException e) {
      return without(
          lastGood, "no policy can be read at " + file + " (" + e.getClass().getSimpleName() + ")");
    }
    return switch (PolicyText.parse(text, place)) {
      case PolicyText.Outcome.Valid(GuardPolicy policy) ->
          new PolicyInForce(policy, Origin.FILE, Optional.empty());
      case PolicyText.Outcome.Refused(String message) ->
          without(lastGood, "the policy at " + file + " is refused: " + message);
    };
  }

  private PolicyInForce without(Optional<GuardPolicy> lastGood, String problem) {
    return lastGood
        .map(
            policy ->
                new PolicyInForce(
                    policy,
                    Origin.LAST_GOOD,
                    Optional.of(problem + "; the last good one stays in force")))
        .orElseGet(
            () ->
                new PolicyInForce(
                    PolicyText.defaults(place),
                    Origin.DEFAULTS,
                    Optional.of(problem + "; the built-in defaults are in force")));
  }
}
