package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.CpuRule;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A knob for tests, told in the words of the API. */
record KnobDraft(
    String name,
    Optional<String> per,
    Bytes unitCost,
    int min,
    OptionalInt max,
    int step,
    Optional<CpuRule> cpu,
    OptionalInt maxTotal,
    int weight) {

  static KnobDraft knob(String name, Bytes unitCost) {
    return new KnobDraft(
        name,
        Optional.empty(),
        unitCost,
        1,
        OptionalInt.empty(),
        1,
        Optional.empty(),
        OptionalInt.empty(),
        1);
  }

  static KnobDraft knob(String name, long mebibytes) {
    return knob(name, Bytes.ofMebi(mebibytes));
  }

  KnobDraft per(String parent) {
    return new KnobDraft(
        name, Optional.of(parent), unitCost, min, max, step, cpu, maxTotal, weight);
  }

  KnobDraft range(int newMin, int newMax) {
    return new KnobDraft(
        name, per, unitCost, newMin, OptionalInt.of(newMax), step, cpu, maxTotal, weight);
  }

  KnobDraft min(int newMin) {
    return new KnobDraft(name, per, unitCost, newMin, max, step, cpu, maxTotal, weight);
  }

  KnobDraft max(int newMax) {
    return range(min, newMax);
  }

  KnobDraft step(int newStep) {
    return new KnobDraft(name, per, unitCost, min, max, newStep, cpu, maxTotal, weight);
  }

  KnobDraft cpu(int perCore, int plus) {
    return new KnobDraft(
        name,
        per,
        unitCost,
        min,
        max,
        step,
        Optional.of(new CpuRule(perCore, plus)),
        maxTotal,
        weight);
  }

  KnobDraft maxTotal(int newMaxTotal) {
    return new KnobDraft(
        name, per, unitCost, min, max, step, cpu, OptionalInt.of(newMaxTotal), weight);
  }

  KnobDraft weight(int newWeight) {
    return new KnobDraft(name, per, unitCost, min, max, step, cpu, maxTotal, newWeight);
  }

  Knob build() {
    return new Knob(
        name,
        new Placement.Variable(name.toUpperCase(Locale.ROOT), "{value}"),
        per,
        unitCost,
        min,
        max,
        step,
        cpu,
        maxTotal,
        weight,
        Optional.empty());
  }
}
