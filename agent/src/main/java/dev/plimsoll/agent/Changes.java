package dev.plimsoll.agent;

import dev.plimsoll.agent.policy.PolicyInForce;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.guard.ServerReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the journal what has changed since the last tick, and only that. */
final class Changes {
  private final Journal journal;
  private String policy = "";
  private String server = "";
  private Optional<PolicyInForce> seenPolicy = Optional.empty();
  private Optional<Observation> seen = Optional.empty();
  private String failure = "";
  private List<Remark.Reason> remarks = List.of();

  Changes(Journal journal) {
    this.journal = journal;
  }

  void see(PolicyInForce inForce, Observation observation, Optional<GuardStep> decision) {
    failure = "";
    if (seenPolicy.isEmpty() || seenPolicy.get() != inForce) {
      policy = told(policy, policyLine(inForce));
      seenPolicy = Optional.of(inForce);
    }
    if (seen.isEmpty() || !isAlike(seen.get(), observation)) {
      server = told(server, serverLine(observation));
      seen = Optional.of(observation);
    }
    if (decision.isPresent()) {
      seeRemarks(decision.get().remarks());
    }
  }

  /** Whether the same is told of both: found without putting that into words ten times a second. */
  private static boolean isAlike(Observation before, Observation now) {
    return before instanceof Observation.Seen old
        && now instanceof Observation.Seen present
        && old.reading().memory().limit().equals(present.reading().memory().limit())
        && old.reading().server() instanceof ServerReading.Serving served
        && present.reading().server() instanceof ServerReading.Serving serving
        && served.master().equals(serving.master());
  }

  /** A tick has failed; the next is tried all the same. */
  void failure(RuntimeException e) {
    failure = told(failure, "a tick has failed and is tried again: " + e);
  }

  private void seeRemarks(List<Remark> present) {
    if (present.isEmpty() && remarks.isEmpty()) {
      return;
    }
    List<Remark.Reason> reasons = new ArrayList<>(present.size());
    for (Remark remark : present) {
      reasons.add(remark.reason());
      if (!remarks.contains(remark.reason())) {
        journal.tell(remark.reason().text() + ": " + remark.message());
      }
    }
    remarks = reasons;
  }

  private String told(String before, String present) {
    if (!present.equals(before)) {
      journal.tell(present);
    }
    return present;
  }

  private static String policyLine(PolicyInForce inForce) {
    return inForce
        .message()
        .orElseGet(
            () ->
                "guarding "
                    + inForce.policy().runtime()
                    + " in "
                    + inForce.policy().container()
                    + " from "
                    + inForce.policy().softPercent()
                    + " %, at once from "
                    + inForce.policy().hardPercent()
                    + " %");
  }

  private static String serverLine(Observation observation) {
    return switch (observation) {
      case Observation.Waiting(String why) -> why;
      case Observation.Seen(Reading reading, var _) ->
          switch (reading.server()) {
            case ServerReading.Serving serving ->
                "master " + serving.master().pid() + ", limit " + reading.memory().limit();
            case ServerReading.Alone alone ->
                "process " + alone.process().pid() + " alone, limit " + reading.memory().limit();
            case ServerReading.Unrecognised(String why) -> why;
          };
    };
  }
}
