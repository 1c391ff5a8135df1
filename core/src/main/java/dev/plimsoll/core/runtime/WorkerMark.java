package dev.plimsoll.core.runtime;

/** Tells a worker among the children of a master. */
@FunctionalInterface
public interface WorkerMark {
  boolean isWorker(ProcessFacts master, ProcessFacts child);

  /** A child whose title contains this. */
  static WorkerMark titled(String part) {
    return (_, child) -> child.title().filter(title -> title.contains(part)).isPresent();
  }

  /** A child that is the master's fork and writes no title, as the master does not. */
  static WorkerMark untitledFork() {
    return (master, child) ->
        master.title().isEmpty() && child.arguments().equals(master.arguments());
  }

  /** A child that has code of its own for this signal. */
  static WorkerMark handling(Signal signal) {
    return (_, child) -> child.handles(signal);
  }

  /** A process that Python's multiprocessing has started anew; its resource tracker is none. */
  static WorkerMark spawnedByMultiprocessing() {
    return (_, child) ->
        child.arguments().contains("--multiprocessing-fork")
            && child.arguments().stream().anyMatch(word -> word.contains("spawn_main"));
  }

  default WorkerMark or(WorkerMark other) {
    return (master, child) -> isWorker(master, child) || other.isWorker(master, child);
  }
}
