package dev.plimsoll.cli.run;

import dev.plimsoll.agent.sense.ProcessCgroup;
import dev.plimsoll.cli.input.InvalidInput;
import dev.plimsoll.core.model.Bytes;
import java.util.Optional;

/**
 * The limit that the plan is made for.
 *
 * @param bytes the amount
 * @param from where it comes from, for people
 * @param toMake the memory cgroup to make for the command; empty where it stays in the present one
 * @param inForce above which the kernel will kill; empty where it will not
 */
record FoundLimit(Bytes bytes, String from, Optional<Bytes> toMake, Optional<Bytes> inForce) {

  /**
   * The smallest of the limits that hold.
   *
   * @param asked by {@code --limit}: a cgroup of this size is made
   * @param declared by the budget
   * @throws InvalidInput where none is known
   */
  static FoundLimit of(Optional<Bytes> asked, Optional<Bytes> declared, String label) {
    return of(asked, declared, ProcessCgroup.limitOf(ProcessHandle.current().pid()), label);
  }

  static FoundLimit of(
      Optional<Bytes> asked, Optional<Bytes> declared, Optional<Bytes> present, String label) {
    Optional<Bytes> inForce =
        asked.map(limit -> present.map(limit::min).orElse(limit)).or(() -> present);
    if (declared.isPresent()
        && inForce.map(limit -> limit.isMoreThan(declared.get())).orElse(true)) {
      return new FoundLimit(declared.get(), "spec.memory.limit", asked, inForce);
    }
    String from = asked.equals(inForce) ? "--limit" : "this container's memory cgroup";
    return inForce
        .map(limit -> new FoundLimit(limit, from, asked, inForce))
        .orElseThrow(
            () ->
                new InvalidInput(
                    label
                        + ": spec.memory.limit: is missing, and no memory limit holds here: set"
                        + " it, give --limit 512Mi, or run in a container with --memory"));
  }
}
