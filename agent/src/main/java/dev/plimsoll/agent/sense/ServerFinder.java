package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.runtime.ProcessFacts;
import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.RecognisedServer;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.ServerRecognition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds the policy's server among the processes of a container. */
final class ServerFinder {
  private static final Found NONE = new Found.None("the container has no process");

  private ServerFinder() {}

  /** What was found. */
  sealed interface Found {
    record Serving(TrackedProcess master, List<TrackedProcess> workers, MasterAndWorkers model)
        implements Found {}

    record Alone(TrackedProcess process) implements Found {}

    record None(String why) implements Found {}
  }

  static Found find(GuardPolicy policy, Target target, List<TrackedProcess> members) {
    Map<Integer, TrackedProcess> byPid = HashMap.newHashMap(members.size());
    List<ProcessFacts> facts = new ArrayList<>(members.size());
    for (TrackedProcess process : members) {
      byPid.put(process.id().pid(), process);
      facts.add(process.facts());
    }
    RuntimeProfile profile =
        RuntimeProfiles.named(policy.runtime())
            .or(() -> RuntimeProfiles.named("generic"))
            .orElseThrow();
    OptionalInt first = first(target, members, byPid);
    return first.isPresent()
        ? found(ServerRecognition.recognise(profile, facts, first.getAsInt()), byPid)
        : NONE;
  }

  /** The process that the container was started as: the oldest of those that others started. */
  private static OptionalInt first(
      Target target, List<TrackedProcess> members, Map<Integer, TrackedProcess> byPid) {
    if (target instanceof Target.CgroupOf(int pid)) {
      return OptionalInt.of(pid);
    }
    OptionalInt first = OptionalInt.empty();
    long earliest = Long.MAX_VALUE;
    for (TrackedProcess process : members) {
      long start = process.id().startTicks();
      boolean roots = !byPid.containsKey(process.facts().parent());
      int pid = process.id().pid();
      if (roots && (start < earliest || start == earliest && pid < first.orElse(pid))) {
        first = OptionalInt.of(pid);
        earliest = start;
      }
    }
    return first;
  }

  private static Found found(RecognisedServer server, Map<Integer, TrackedProcess> byPid) {
    return switch (server) {
      case RecognisedServer.Serving(
              ProcessFacts master,
              List<ProcessFacts> workers,
              MasterAndWorkers model) ->
          new Found.Serving(byPid.get(master.pid()), tracked(workers, byPid), model);
      case RecognisedServer.Alone(ProcessFacts process) ->
          new Found.Alone(byPid.get(process.pid()));
      case RecognisedServer.Unrecognised(String why) -> new Found.None(why);
    };
  }

  private static List<TrackedProcess> tracked(
      List<ProcessFacts> workers, Map<Integer, TrackedProcess> byPid) {
    List<TrackedProcess> tracked = new ArrayList<>(workers.size());
    for (ProcessFacts worker : workers) {
      tracked.add(byPid.get(worker.pid()));
    }
    return tracked;
  }
}
