package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.runtime.ProcessFacts;
import dev.plimsoll.core.runtime.RecognisedServer;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.ServerRecognition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the policy's server among the processes of a container. */
final class ServerFinder {
  private static final Found NONE = new Found.None("the container has no process");

  private ServerFinder() {}

  /** What was found. */
  sealed interface Found {
    record Serving(TrackedProcess master, List<TrackedProcess> workers) implements Found {}

    record Alone(TrackedProcess process) implements Found {}

    record None(String why) implements Found {}
  }

  static Found find(GuardPolicy policy, Target target, List<TrackedProcess> members) {
    Map<Integer, TrackedProcess> byPid = HashMap.newHashMap(members.size());
    members.forEach(process -> byPid.put(process.id().pid(), process));
    RuntimeProfile profile =
        RuntimeProfiles.named(policy.runtime())
            .or(() -> RuntimeProfiles.named("generic"))
            .orElseThrow();
    List<ProcessFacts> facts = members.stream().map(TrackedProcess::facts).toList();
    return first(target, members, byPid)
        .map(root -> found(ServerRecognition.recognise(profile, facts, root), byPid))
        .orElse(NONE);
  }

  /** The process that the container was started as: the oldest of those that others started. */
  private static Optional<Integer> first(
      Target target, List<TrackedProcess> members, Map<Integer, TrackedProcess> byPid) {
    return switch (target) {
      case Target.CgroupOf(int pid) -> Optional.of(pid);
      case Target.Container _ ->
          members.stream()
              .filter(process -> !byPid.containsKey(process.facts().parent()))
              .min(
                  Comparator.comparingLong((TrackedProcess process) -> process.id().startTicks())
                      .thenComparingInt(process -> process.id().pid()))
              .map(process -> process.id().pid());
    };
  }

  private static Found found(RecognisedServer server, Map<Integer, TrackedProcess> byPid) {
    return switch (server) {
      case RecognisedServer.Serving(ProcessFacts master, List<ProcessFacts> workers) ->
          new Found.Serving(
              byPid.get(master.pid()),
              workers.stream().map(worker -> byPid.get(worker.pid())).toList());
      case RecognisedServer.Alone(ProcessFacts process) ->
          new Found.Alone(byPid.get(process.pid()));
      case RecognisedServer.Unrecognised(String why) -> new Found.None(why);
    };
  }
}
