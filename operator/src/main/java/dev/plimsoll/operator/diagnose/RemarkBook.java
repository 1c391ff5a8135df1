package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.meter.AgentRemark;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.PodSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the agents of each budget's pods remark, one finding for each reason. A finding stays as it
 * was first told while its pod goes on remarking it: agents count and measure in their words, and
 * neither status nor events are to follow every figure.
 */
public final class RemarkBook {
  /** A remark that comes and goes within this time holds. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Map<String, Map<String, Told>> byBudget = new ConcurrentHashMap<>();

  private record Told(String pod, Finding finding, Instant last) {}

  /**
   * Notes what is remarked now.
   *
   * @param budget its UID
   * @return what holds, in the order of the reasons' names
   */
  public List<Finding> note(String budget, Metering metering, Instant now) {
    return byBudget
        .compute(budget, (_, before) -> next(before == null ? Map.of() : before, metering, now))
        .values()
        .stream()
        .map(Told::finding)
        .toList();
  }

  private static Map<String, Told> next(Map<String, Told> before, Metering metering, Instant now) {
    Map<String, Told> next = new TreeMap<>(before);
    for (PodSample sample : metering.samples()) {
      for (AgentRemark remark : sample.remarks()) {
        next.merge(remark.reason(), told(sample, remark, now), RemarkBook::goingOn);
      }
    }
    next.values().removeIf(told -> told.last().isBefore(now.minus(KEPT)));
    return next;
  }

  private static Told told(PodSample sample, AgentRemark remark, Instant now) {
    return new Told(
        sample.pod(),
        new Finding(
            remark.reason(),
            PodRemarks.severityOf(remark.reason()),
            "Pod %s: %s".formatted(sample.pod(), remark.message())),
        now);
  }

  /** The first pod's words stand while it goes on; then another's take their place. */
  private static Told goingOn(Told before, Told now) {
    if (before.pod().equals(now.pod())) {
      return new Told(before.pod(), before.finding(), now.last());
    }
    return before.last().isBefore(now.last().minus(KEPT)) ? now : before;
  }

  /** Lets go of a budget that is gone. */
  public void forget(String budget) {
    byBudget.remove(budget);
  }
}
