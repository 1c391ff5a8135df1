package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.runtime.ProcessFacts;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the policy's server among the processes of a container. */
final class ServerFinder {
  private ServerFinder() {}

  /** What was found. */
  sealed interface Found {
    record Serving(TrackedProcess master, List<TrackedProcess> workers) implements Found {}

    record Alone(TrackedProcess process) implements Found {}

    record None(String why) implements Found {}
  }

  static Found find(GuardPolicy policy, List<TrackedProcess> members) {
    Set<String> programs =
        RuntimeProfiles.named(policy.runtime()).map(RuntimeProfile::programs).orElse(Set.of());
    Map<Integer, TrackedProcess> byPid = new HashMap<>();
    members.forEach(process -> byPid.put(process.id().pid(), process));
    for (TrackedProcess process : members) {
      boolean runs = programs.isEmpty() || runs(process.facts(), programs);
      TrackedProcess parent = byPid.get(process.facts().parent());
      boolean parentRuns = parent != null && (programs.isEmpty() || runs(parent.facts(), programs));
      if (runs && !parentRuns) {
        return found(policy, process, members);
      }
    }
    return new Found.None(
        "none of the container's "
            + members.size()
            + " processes is "
            + policy.runtime()
            + ": check spec.runtime.type");
  }

  private static Found found(
      GuardPolicy policy, TrackedProcess root, List<TrackedProcess> members) {
    return switch (policy.model()) {
      case ProcessModel.SingleProcess _ -> new Found.Alone(root);
      case ProcessModel.MasterAndWorkers model -> {
        List<TrackedProcess> workers = new ArrayList<>();
        for (TrackedProcess process : members) {
          if (process.facts().parent() == root.id().pid()
              && model.mark().isWorker(root.facts(), process.facts())) {
            workers.add(process);
          }
        }
        yield new Found.Serving(root, workers);
      }
    };
  }

  private static boolean runs(ProcessFacts facts, Set<String> programs) {
    for (int i = 0; i < Math.min(3, facts.arguments().size()); i++) {
      String word = facts.arguments().get(i);
      String program = word.substring(word.lastIndexOf('/') + 1);
      for (String wanted : programs) {
        if (program.equals(wanted) || program.startsWith(wanted + ":")) {
          return true;
        }
      }
    }
    return programs.contains(facts.name());
  }
}
