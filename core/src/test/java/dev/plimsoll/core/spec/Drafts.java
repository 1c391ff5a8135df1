package dev.plimsoll.core.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts that tests start from. */
final class Drafts {
  private Drafts() {}

  /** The smallest valid budget: a target, a runtime and one knob that says what a unit costs. */
  static BudgetDraft smallest() {
    return with(workers());
  }

  static BudgetDraft with(BudgetDraft.Knob... knobs) {
    return new BudgetDraft(
        "web",
        Optional.of(
            new BudgetDraft.Target(
                Optional.empty(), Optional.of("Deployment"), Optional.of("web"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BudgetDraft.Runtime(Optional.of("gunicorn"), Map.of())),
        List.of(knobs),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static BudgetDraft empty() {
    return new BudgetDraft(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static BudgetDraft.Knob workers() {
    return knob("workers", Optional.empty(), Optional.empty(), Optional.empty());
  }

  static BudgetDraft.Knob knob(
      String name, Optional<String> env, Optional<String> per, Optional<Integer> max) {
    return new BudgetDraft.Knob(
        Optional.of(name),
        env,
        Optional.empty(),
        Optional.empty(),
        per,
        Optional.of("100Mi"),
        Optional.empty(),
        max,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
