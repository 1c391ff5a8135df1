package dev.plimsoll.core.runtime;

import java.util.function.Predicate;

/** Tells the workers of a master among the container's processes. */
@FunctionalInterface
public interface WorkerMark {
  boolean isWorker(ProcessFacts master, ProcessFacts process);

  /** A child of the master that fits. */
  static WorkerMark child(Predicate<ProcessFacts> fits) {
    return (master, process) -> process.parent() == master.pid() && fits.test(process);
  }

  /** A child whose title contains this. */
  static WorkerMark titled(String part) {
    return child(process -> process.title().filter(title -> title.contains(part)).isPresent());
  }

  /** A child that is the master's fork and writes no title, as the master does not. */
  static WorkerMark untitledFork() {
    return (master, process) ->
        process.parent() == master.pid()
            && master.title().isEmpty()
            && process.arguments().equals(master.arguments());
  }

  /** A child that has code of its own for this signal. */
  static WorkerMark handling(Signal signal) {
    return child(process -> process.handles(signal));
  }

  /** A process that Python's multiprocessing has started anew; its resource tracker is none. */
  static WorkerMark spawnedByMultiprocessing() {
    return child(
        process ->
            process.arguments().contains("--multiprocessing-fork")
                && process.arguments().stream().anyMatch(word -> word.contains("spawn_main")));
  }

  default WorkerMark or(WorkerMark other) {
    return (master, process) -> isWorker(master, process) || other.isWorker(master, process);
  }
}
