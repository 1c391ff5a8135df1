package dev.plimsoll.core.runtime;

import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds a profile's server among a container's processes. The master is the process that runs one
 * of the profile's programs and descends from no other that does; a worker bears the profile's
 * mark. Processes below the container's first one come first: what an operator's shell runs in the
 * container counts only where nothing else does.
 */
public final class ServerRecognition {
  private final RuntimeProfile profile;
  private final Map<Integer, ProcessFacts> byPid;
  private final int root;

  private ServerRecognition(RuntimeProfile profile, Map<Integer, ProcessFacts> byPid, int root) {
    this.profile = profile;
    this.byPid = byPid;
    this.root = root;
  }

  /**
   * Recognises the server.
   *
   * @param processes of the container, in any order
   * @param root the number of the container's first process, or of the command that the agent
   *     started; never a worker
   */
  public static RecognisedServer recognise(
      RuntimeProfile profile, List<ProcessFacts> processes, int root) {
    Map<Integer, ProcessFacts> byPid = HashMap.newHashMap(processes.size());
    for (ProcessFacts process : processes) {
      if (!process.hasEnded()) {
        byPid.put(process.pid(), process);
      }
    }
    ServerRecognition recognition = new ServerRecognition(profile, byPid, root);
    return profile.programs().isEmpty() ? recognition.any() : recognition.server();
  }

  /** Without a known program: what the container's first process runs, through what starts it. */
  private RecognisedServer any() {
    ProcessFacts process = byPid.get(root);
    if (process == null) {
      return new RecognisedServer.Unrecognised(
          "the container's first process (" + root + ") is not to be seen: it may have just ended");
    }
    Set<Integer> seen = new HashSet<>();
    while (seen.add(process.pid())) {
      List<ProcessFacts> children = childrenOf(process);
      if (children.size() != 1) {
        break;
      }
      process = children.getFirst();
    }
    return new RecognisedServer.Alone(process);
  }

  private RecognisedServer server() {
    List<ProcessFacts> inside = new ArrayList<>();
    List<ProcessFacts> elsewhere = new ArrayList<>();
    for (ProcessFacts process : byPid.values()) {
      if (profile.isRunBy(process) && !hasAncestorThatRunsIt(process)) {
        (descendsFromRoot(process) ? inside : elsewhere).add(process);
      }
    }
    return chosenFrom(inside.isEmpty() ? elsewhere : inside);
  }

  private RecognisedServer chosenFrom(List<ProcessFacts> masters) {
    if (masters.isEmpty()) {
      return new RecognisedServer.Unrecognised(
          "none of the container's "
              + byPid.size()
              + " processes runs "
              + String.join(" or ", profile.programs().stream().sorted().toList())
              + ": set spec.runtime.type to the server that it runs, or to generic where the"
              + " application starts it itself");
    }
    List<RecognisedServer> servers = masters.stream().map(this::read).toList();
    List<RecognisedServer> staffed = servers.stream().filter(ServerRecognition::isStaffed).toList();
    List<RecognisedServer> candidates = staffed.isEmpty() ? servers : staffed;
    return candidates.size() == 1
        ? candidates.getFirst()
        : new RecognisedServer.Unrecognised(
            "several "
                + profile.name()
                + " servers run in this container (processes "
                + String.join(
                    ", ",
                    masters.stream()
                        .map(ProcessFacts::pid)
                        .sorted()
                        .map(pid -> Integer.toString(pid))
                        .toList())
                + "), and none is chosen among them: run each in a container of its own");
  }

  private RecognisedServer read(ProcessFacts master) {
    return switch (profile.staffing(master)) {
      case Staffing.Alone _ -> new RecognisedServer.Alone(master);
      case Staffing.Unclear unclear -> new RecognisedServer.Unrecognised(unclear.why());
      case Staffing.Workers(MasterAndWorkers model) ->
          new RecognisedServer.Serving(master, workersOf(master, model), model);
      case Staffing.WhateverRuns(MasterAndWorkers model) -> {
        List<ProcessFacts> workers = workersOf(master, model);
        yield workers.isEmpty()
            ? new RecognisedServer.Alone(master)
            : new RecognisedServer.Serving(master, workers, model);
      }
    };
  }

  private static boolean isStaffed(RecognisedServer server) {
    return server instanceof RecognisedServer.Serving serving && !serving.workers().isEmpty();
  }

  private List<ProcessFacts> workersOf(ProcessFacts master, MasterAndWorkers model) {
    return byPid.values().stream()
        .filter(process -> process.pid() != root && process.pid() != master.pid())
        .filter(process -> model.mark().isWorker(master, process))
        .toList();
  }

  private List<ProcessFacts> childrenOf(ProcessFacts parent) {
    List<ProcessFacts> children = new ArrayList<>();
    for (ProcessFacts process : byPid.values()) {
      if (process.parent() == parent.pid() && process.pid() != parent.pid()) {
        children.add(process);
      }
    }
    return children;
  }

  private boolean hasAncestorThatRunsIt(ProcessFacts process) {
    return lineage(process).stream().skip(1).anyMatch(profile::isRunBy);
  }

  private boolean descendsFromRoot(ProcessFacts process) {
    return lineage(process).stream().anyMatch(ancestor -> ancestor.pid() == root);
  }

  /** The process, its parent and so on, as far as they are the container's. */
  private List<ProcessFacts> lineage(ProcessFacts process) {
    List<ProcessFacts> line = new ArrayList<>();
    ProcessFacts next = process;
    while (next != null && !line.contains(next)) {
      line.add(next);
      next = byPid.get(next.parent());
    }
    return line;
  }
}
