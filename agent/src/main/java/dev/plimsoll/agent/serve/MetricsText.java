package dev.plimsoll.agent.serve;

import dev.plimsoll.agent.act.ActionRecord;
import dev.plimsoll.agent.act.ActionTotals;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.ServerReading;
import java.util.Locale;

/** A sample as Prometheus reads it, in its text format. */
final class MetricsText {
  private static final String PREFIX = "plimsoll_agent_";

  private final StringBuilder text = new StringBuilder(4096);

  private MetricsText() {}

  static String of(Sample sample) {
    MetricsText metrics = new MetricsText();
    metrics.write(sample);
    return metrics.text.toString();
  }

  private void write(Sample sample) {
    switch (sample.observation()) {
      case Observation.Seen(Reading reading, var _) -> writeReading(sample, reading);
      case Observation.Waiting _ -> {
        // Nothing is known of the container now; counters go on below.
      }
    }
    sample.decision().ifPresent(step -> writePhase(step.phase()));
    writeTotals(sample.done().totals());
    writeReactions(sample.reactions());
  }

  private void writeReading(Sample sample, Reading reading) {
    ContainerMemory memory = reading.memory();
    gauge("limit_bytes", "Limit of the container.", memory.limit().count());
    gauge("current_bytes", "Charged to the container.", memory.current().count());
    gauge(
        "unreclaimable_bytes",
        "What the kernel cannot take back without a kill.",
        memory.unreclaimable().count());
    gauge("working_set_bytes", "What kubectl top shows.", memory.workingSet().count());
    gauge(
        "peak_unreclaimable_bytes",
        "The most that was unreclaimable since the agent started.",
        sample.peakUnreclaimable().count());
    head("oom_kills_total", "counter", "Processes killed by the kernel for memory.");
    line("oom_kills_total", "", memory.oomKills());
    int workers =
        switch (reading.server()) {
          case ServerReading.Serving serving -> serving.workers().size();
          case ServerReading.Alone _ -> 1;
          case ServerReading.Unrecognised _ -> 0;
        };
    gauge("workers", "Workers of the recognised server.", workers);
  }

  private void writePhase(Phase present) {
    head("phase", "gauge", "1 for the present phase.");
    for (Phase phase : Phase.values()) {
      line(
          "phase", label("phase", phase.name().toLowerCase(Locale.ROOT)), phase == present ? 1 : 0);
    }
  }

  private void writeTotals(ActionTotals totals) {
    head("recycles_total", "counter", "Workers recycled.");
    totals
        .recycles()
        .forEach((reason, count) -> line("recycles_total", label("reason", reason.text()), count));
    head("kills_total", "counter", "Workers killed by the agent.");
    totals
        .kills()
        .forEach(
            (reason, count) ->
                line("kills_total", label("reason", ActionRecord.text(reason)), count));
    head("sheds_total", "counter", "Workers shed.");
    line("sheds_total", "", totals.sheds());
    head("grows_total", "counter", "Workers grown for a recycle.");
    line("grows_total", "", totals.grows());
    head("recycle_freed_bytes_total", "counter", "Given back by recycled workers.");
    line("recycle_freed_bytes_total", "", totals.freedBytes());
  }

  private void writeReactions(ReactionTimes reactions) {
    head("reaction_seconds", "histogram", "From the crossing of the hard line to the signal.");
    long sum = 0;
    for (int i = 0; i < ReactionTimes.BOUNDS.size(); i++) {
      sum += reactions.counts().get(i);
      line("reaction_seconds_bucket", label("le", ReactionTimes.BOUNDS.get(i).toString()), sum);
    }
    sum += reactions.counts().getLast();
    line("reaction_seconds_bucket", label("le", "+Inf"), sum);
    text.append(PREFIX).append("reaction_seconds_sum ").append(reactions.sumSeconds()).append('\n');
    line("reaction_seconds_count", "", sum);
  }

  private void gauge(String name, String help, long value) {
    head(name, "gauge", help);
    line(name, "", value);
  }

  private void head(String name, String type, String help) {
    text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, long value) {
    text.append(PREFIX).append(name).append(labels).append(' ').append(value).append('\n');
  }

  private static String label(String name, String value) {
    return "{" + name + "=\"" + value + "\"}";
  }
}
