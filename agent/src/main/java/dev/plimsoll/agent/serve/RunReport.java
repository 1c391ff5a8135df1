package dev.plimsoll.agent.serve;

import dev.plimsoll.agent.act.ActionRecord;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.GuardStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was done for one command, from its start to its end, as one JSON object. A sample tells the
 * last ten actions alone; all of them are kept here.
 */
public final class RunReport {
  private static final int VERSION = 1;

  private final Instant startedAt;
  private final List<String> command;
  private final Map<String, String> variables;
  private final Map<Deed, ActionRecord> actions = new LinkedHashMap<>();
  private Optional<ContainerMemory> memory = Optional.empty();

  /** Tells one action from another, whatever has come of it since. */
  private record Deed(Instant time, Action action) {}

  /**
   * A report that nothing was done in yet.
   *
   * @param variables that were set for the command
   */
  public RunReport(Instant startedAt, List<String> command, Map<String, String> variables) {
    this.startedAt = startedAt;
    this.command = List.copyOf(command);
    this.variables = new LinkedHashMap<>(variables);
  }

  /** Takes in what a sample tells; one at least for every ten actions. */
  public void see(Sample sample) {
    for (ActionRecord record : sample.done().last()) {
      actions.put(new Deed(record.time(), record.action()), record);
    }
    if (sample.observation() instanceof Observation.Seen seen) {
      memory = Optional.of(seen.reading().memory());
    }
  }

  /** How many actions it has. */
  public int actions() {
    return actions.size();
  }

  /**
   * The text.
   *
   * @param exitStatus of the command; empty while it runs
   */
  public String json(Sample last, OptionalInt exitStatus) {
    return Json.object(json -> write(json, last, exitStatus));
  }

  private void write(Json json, Sample last, OptionalInt exitStatus) {
    json.add("version", VERSION)
        .add("startedAt", startedAt.toString())
        .add("until", last.time().toString());
    exitStatus.ifPresent(status -> json.add("exitStatus", status));
    json.addTexts("command", command)
        .addObject("variables", object -> variables.forEach(object::add))
        .add("peakUnreclaimableBytes", last.peakUnreclaimable().count());
    memory.ifPresent(
        seen -> json.add("limitBytes", seen.limit().count()).add("oomKills", seen.oomKills()));
    json.add("recycles", count(Action.Recycle.class))
        .add("sheds", count(Action.Shed.class))
        .add("grows", count(Action.Grow.class))
        .add("kills", count(Action.Kill.class));
    last.decision()
        .flatMap(GuardStep::workerBound)
        .ifPresent(
            bound ->
                json.addObject(
                    "workerBound",
                    object -> object.add("workers", bound.workers()).add("why", bound.why())));
    List<Json.Members> all = new ArrayList<>();
    actions.values().forEach(record -> all.add(SampleJson.action(record)));
    json.addObjects("actions", all);
  }

  private long count(Class<? extends Action> kind) {
    return actions.keySet().stream().filter(deed -> kind.isInstance(deed.action())).count();
  }
}
