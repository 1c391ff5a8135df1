package dev.plimsoll.agent.serve;

import dev.plimsoll.agent.act.ActionRecord;
import dev.plimsoll.agent.act.ActionTotals;
import dev.plimsoll.agent.sense.KernelKills;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sample as the operator reads it: one object, in bytes and seconds, without what is unknown. */
final class SampleJson {
  private static final int VERSION = 1;

  private SampleJson() {}

  static String of(Sample sample) {
    return Json.object(json -> write(sample, json));
  }

  private static void write(Sample sample, Json json) {
    json.add("version", VERSION)
        .add("agent", sample.source().agent())
        .add("pod", sample.source().pod())
        .add("container", sample.policy().policy().container())
        .add("time", Timestamps.of(sample.time()))
        .addObject(
            "policy",
            policy ->
                policy
                    .add("state", sample.policy().origin().text())
                    .add("message", sample.policy().message()));
    List<Remark> remarks = new ArrayList<>();
    switch (sample.observation()) {
      case Observation.Waiting(String why) ->
          json.addObject("server", server -> server.add("state", "unrecognised").add("why", why));
      case Observation.Seen(Reading reading, Observation.ContainerFacts container) -> {
        writeReading(sample, reading, container, json);
        remarks.addAll(container.remarks());
      }
    }
    sample
        .decision()
        .ifPresent(
            step -> {
              writeDecision(step, json);
              remarks.addAll(step.remarks());
            });
    writeTotals(sample.done().totals(), json);
    List<Json.Members> told = new ArrayList<>();
    for (Remark remark : remarks) {
      told.add(remark(remark));
    }
    json.addObjects("remarks", told);
    List<Json.Members> done = new ArrayList<>();
    for (ActionRecord action : sample.done().last()) {
      done.add(action(action));
    }
    json.addObjects("actions", done);
  }

  private static void writeReading(
      Sample sample, Reading reading, Observation.ContainerFacts container, Json json) {
    ContainerMemory memory = reading.memory();
    json.add("containerId", container.id())
        .addObject(
            "memory",
            members ->
                members
                    .add("limit", memory.limit().count())
                    .add("current", memory.current().count())
                    .add("unreclaimable", memory.unreclaimable().count())
                    .add("workingSet", memory.workingSet().count())
                    .add("peakUnreclaimable", sample.peakUnreclaimable().count()));
    container
        .pressure()
        .ifPresent(
            pressure ->
                json.addObject(
                    "psi",
                    psi ->
                        psi.addThousandths("someAvg10", Math.round(pressure.some() * 1000))
                            .addThousandths("fullAvg10", Math.round(pressure.full() * 1000))));
    writeKills(container.kills(), json.add("oomKills", memory.oomKills()));
    json.add("groupKill", container.killsAsGroup())
        .addObject("server", server -> writeServer(sample, reading.server(), server));
  }

  private static void writeKills(KernelKills kills, Json json) {
    List<Json.Members> starts = new ArrayList<>();
    for (KernelKills.OfStart start : kills.starts()) {
      starts.add(members -> members.add("id", start.id()).add("oomKills", start.kills()));
    }
    List<String> episodes = new ArrayList<>();
    for (Instant episode : kills.episodes()) {
      episodes.add(Timestamps.of(episode));
    }
    json.addObjects("containers", starts).addTexts("oomEpisodes", episodes);
  }

  private static void writeServer(Sample sample, ServerReading reading, Json json) {
    switch (reading) {
      case ServerReading.Serving serving -> {
        json.add("state", "serving")
            .add("master", serving.master().pid())
            .add("workers", serving.workers().size());
        sample.policy().policy().plannedWorkers().ifPresent(count -> json.add("planned", count));
        List<Long> held = new ArrayList<>();
        for (WorkerReading worker : serving.workers()) {
          held.add(worker.privateBytes().count());
        }
        json.addNumbers("workerPrivate", held);
      }
      case ServerReading.Alone alone ->
          json.add("state", "alone").add("master", alone.process().pid());
      case ServerReading.Unrecognised unrecognised ->
          json.add("state", "unrecognised").add("why", unrecognised.why());
    }
  }

  private static void writeDecision(GuardStep step, Json json) {
    json.add("phase", step.phase().name().toLowerCase(Locale.ROOT));
    step.timeToLimit().ifPresent(time -> addSeconds(json, "timeToLimitSeconds", time));
    step.workerBound()
        .ifPresent(
            bound ->
                json.addObject(
                    "workerBound",
                    members -> members.add("workers", bound.workers()).add("why", bound.why())));
  }

  private static void writeTotals(ActionTotals totals, Json json) {
    json.addObject(
            "recycles",
            recycles ->
                totals.recycles().forEach((reason, count) -> recycles.add(reason.text(), count)))
        .add("sheds", totals.sheds())
        .add("grows", totals.grows())
        .addObject(
            "kills",
            kills ->
                kills
                    .add("drainOver", totals.kills().get(Action.KillReason.DRAIN_OVER))
                    .add("lastResort", totals.kills().get(Action.KillReason.LAST_RESORT)));
  }

  private static Json.Members remark(Remark remark) {
    return json -> json.add("reason", remark.reason().text()).add("message", remark.message());
  }

  /** One thing that was done. */
  static Json.Members action(ActionRecord done) {
    return json -> {
      json.add("time", Timestamps.of(done.time()))
          .add("action", ActionRecord.kind(done.action()))
          .add("pid", done.pid())
          .add("reason", ActionRecord.reason(done.action()))
          .add("why", done.action().why());
      done.freed().ifPresent(freed -> json.add("freedBytes", freed.count()));
      done.endedAfter().ifPresent(after -> addSeconds(json, "endedAfterSeconds", after));
    };
  }

  private static void addSeconds(Json json, String name, Duration duration) {
    json.addThousandths(name, duration.toMillis());
  }
}
