package dev.plimsoll.core.runtime;

/** Tells a worker among the children of a master. */
@FunctionalInterface
public interface WorkerMark {
  boolean isWorker(ProcessFacts master, ProcessFacts child);
}
