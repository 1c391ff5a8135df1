package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.CpuRule;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Occupancy;
import dev.plimsoll.core.model.Placement;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One entry of {@code spec.knobs} by itself. */
final class KnobRules {
  private final Findings findings;
  private final PlacementRules placement;

  KnobRules(Findings findings, PlacementRules placement) {
    this.findings = findings;
    this.placement = placement;
  }

  /**
   * Reads a knob.
   *
   * @param field its path, such as {@code spec.knobs[1]}
   * @param defaultWeight its weight where the user gives none
   * @return empty where something was refused
   */
  Optional<Knob> knob(String field, BudgetDraft.Knob written, int defaultWeight) {
    Optional<String> name = name(field + ".name", written);
    Optional<Placement> place = placement.place(field, written);
    Optional<Bytes> cost =
        findings.quantity(
            field + ".memory",
            findings.required(field + ".memory", written.memory(), "say what one unit costs"));
    int min = findings.number(field + ".min", written.min(), Bounds.MIN).orElse(Defaults.MIN);
    int step = findings.number(field + ".step", written.step(), Bounds.STEP).orElse(Defaults.STEP);
    Optional<Integer> max = max(field, written, min, step);
    Optional<CpuRule> cpu = cpu(field, written);
    Optional<Integer> maxTotal = maxTotal(field + ".maxTotal", written, min);
    int weight =
        findings.number(field + ".weight", written.weight(), Bounds.WEIGHT).orElse(defaultWeight);
    Optional<Occupancy> occupancy =
        written.occupancy().flatMap(counted -> occupancy(field + ".occupancy", counted));
    if (name.isEmpty() || place.isEmpty() || cost.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Knob(
            name.get(),
            place.get(),
            written.per(),
            cost.get(),
            min,
            optionalInt(max),
            step,
            cpu,
            optionalInt(maxTotal),
            weight,
            occupancy));
  }

  private Optional<String> name(String field, BudgetDraft.Knob written) {
    Optional<String> name =
        findings.name(
            field,
            findings.required(field, written.name(), "name the knob, such as workers"),
            NameSyntax.KNOB);
    if (name.filter("base"::equals).isPresent()) {
      findings.refuse(field, Rule.KNOB_NAME_TAKEN_BY_BASE);
    }
    return name;
  }

  private Optional<Integer> max(String field, BudgetDraft.Knob written, int min, int step) {
    Optional<Integer> max = findings.number(field + ".max", written.max(), Bounds.MAX);
    if (written.max().isEmpty() && written.cpu().isEmpty() && !isOwnWorkers(written)) {
      findings.refuse(field, Rule.MAX_MISSING);
    }
    max.ifPresent(
        most -> {
          if (most < min) {
            findings.refuse(field + ".max", Rule.MAX_BELOW_MIN, most + " < " + min);
          } else if ((most - min) / step >= Bounds.VALUES_PER_KNOB) {
            findings.refuse(field + ".step", Rule.STEP_TOO_FINE, min + " to " + most);
          }
        });
    return max;
  }

  private Optional<CpuRule> cpu(String field, BudgetDraft.Knob written) {
    if (written.cpu().isEmpty()) {
      return Optional.of(Defaults.CPU_OF_WORKERS)
          .filter(_ -> written.max().isEmpty() && isOwnWorkers(written));
    }
    BudgetDraft.Cpu cpu = written.cpu().get();
    String path = field + ".cpu";
    int perCore =
        findings
            .number(path + ".perCore", cpu.perCore(), Bounds.PER_CORE)
            .orElse(Defaults.PER_CORE);
    int plus = findings.number(path + ".plus", cpu.plus(), Bounds.PLUS).orElse(Defaults.PLUS);
    if (perCore + plus == 0) {
      findings.refuse(path, Rule.CPU_ZERO);
    }
    return Optional.of(new CpuRule(perCore, plus));
  }

  /** The server's own workers have a rule of thumb to fall back on. */
  private static boolean isOwnWorkers(BudgetDraft.Knob written) {
    return written.name().filter(Defaults.WORKERS::equals).isPresent();
  }

  private Optional<Integer> maxTotal(String field, BudgetDraft.Knob written, int min) {
    Optional<Integer> maxTotal = findings.number(field, written.maxTotal(), Bounds.MAX_TOTAL);
    maxTotal
        .filter(most -> most < min)
        .ifPresent(most -> findings.refuse(field, Rule.MAX_TOTAL_BELOW_MIN, most + " < " + min));
    return maxTotal;
  }

  private Optional<Occupancy> occupancy(String field, BudgetDraft.Occupancy written) {
    long ways =
        Stream.of(written.remotePort(), written.listenPort(), written.threads(), written.children())
            .filter(Optional::isPresent)
            .count();
    if (ways != 1) {
      findings.refuse(field, Rule.OCCUPANCY_ONE, ways + " given");
      return Optional.empty();
    }
    flag(field + ".threads", written.threads());
    flag(field + ".children", written.children());
    Optional<Occupancy> byPort =
        findings
            .number(field + ".remotePort", written.remotePort(), Bounds.PORT)
            .<Occupancy>map(Occupancy.RemotePort::new)
            .or(
                () ->
                    findings
                        .number(field + ".listenPort", written.listenPort(), Bounds.PORT)
                        .map(Occupancy.ListenPort::new));
    return byPort
        .or(() -> written.threads().map(_ -> new Occupancy.Threads()))
        .or(() -> written.children().map(_ -> new Occupancy.Children()));
  }

  private void flag(String field, Optional<Boolean> written) {
    if (written.filter(counts -> !counts).isPresent()) {
      findings.refuse(field, Rule.OCCUPANCY_FALSE);
    }
  }

  private static OptionalInt optionalInt(Optional<Integer> number) {
    return number.stream().mapToInt(Integer::intValue).findFirst();
  }
}
