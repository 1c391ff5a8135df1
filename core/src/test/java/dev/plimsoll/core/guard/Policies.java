package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.ProcessModel.OnKill;
import dev.plimsoll.core.runtime.ProcessModel.Succession;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Policies that differ from the usual one in one respect. */
final class Policies {
  private Policies() {}

  /** gunicorn with the defaults, all actions but EvictPod, one replica without identity. */
  static GuardPolicy usual() {
    return of(
        RuntimeProfiles.named("gunicorn").orElseThrow().processes(),
        Optional.empty(),
        List.of(GuardAction.RECYCLE_WORKER, GuardAction.SHED_WORKER, GuardAction.REDUCE_PLAN),
        1,
        "");
  }

  static GuardPolicy allowing(GuardAction... actions) {
    return of(usual().model(), Optional.empty(), List.of(actions), 1, "");
  }

  static GuardPolicy withMaxWorkerAge(Duration age) {
    return of(usual().model(), Optional.of(age), usual().actions(), 1, "");
  }

  static GuardPolicy inSlotsOf(int replicas, String identity) {
    return of(usual().model(), Optional.empty(), usual().actions(), replicas, identity);
  }

  static GuardPolicy singleProcess(GuardAction... actions) {
    return of(new ProcessModel.SingleProcess(), Optional.empty(), List.of(actions), 1, "");
  }

  static GuardPolicy successorFirst() {
    return of(
        model(Optional.of(Signal.TERM), Optional.of(Signal.TTOU), Succession.BEFORE_THE_OLD_ENDS),
        Optional.empty(),
        usual().actions(),
        1,
        "");
  }

  /** A server that neither recycles nor sheds a worker by a signal. */
  static GuardPolicy withoutSignals() {
    return of(
        model(Optional.empty(), Optional.empty(), Succession.AFTER_THE_OLD_HAS_ENDED),
        Optional.empty(),
        usual().actions(),
        1,
        "");
  }

  private static MasterAndWorkers model(
      Optional<Signal> retire, Optional<Signal> shed, Succession succession) {
    MasterAndWorkers gunicorn = (MasterAndWorkers) usual().model();
    return new MasterAndWorkers(
        gunicorn.mark(), retire, shed, Optional.empty(), succession, OnKill.STARTS_ANOTHER);
  }

  private static GuardPolicy of(
      ProcessModel model,
      Optional<Duration> age,
      List<GuardAction> actions,
      int replicas,
      String identity) {
    return new GuardPolicy(
        "web",
        "gunicorn",
        model,
        85,
        93,
        Duration.ofSeconds(65),
        age,
        actions,
        OptionalInt.empty(),
        replicas,
        identity);
  }
}
