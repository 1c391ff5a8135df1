package dev.plimsoll.core.guard;

import java.util.Comparator;

/** A worker older than the policy allows is recycled in this pod's turn, whatever it holds. */
record AgeRule() implements Rule {

  @Override
  public Finding look(Situation situation) {
    if (!situation.isSettled() || !TimeSlot.of(situation.policy()).isNow(situation.at())) {
      return Finding.nothing();
    }
    return situation
        .policy()
        .maxWorkerAge()
        .flatMap(
            most ->
                situation.workers().stream()
                    .filter(worker -> worker.last().age().compareTo(most) > 0)
                    .max(Comparator.comparing(worker -> worker.last().age())))
        .map(
            worker ->
                Recycling.forAge(
                    situation,
                    worker,
                    "worker %d is %d s old, more than spec.guard.maxWorkerAge allows"
                        .formatted(worker.id().pid(), worker.last().age().toSeconds())))
        .orElseGet(Finding::nothing);
  }
}
