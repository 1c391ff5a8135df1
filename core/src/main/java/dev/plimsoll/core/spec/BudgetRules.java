package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Budget.Pause;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.GuardTerms;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.model.RuntimeTerms;
import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.core.runtime.RuntimeProfile;
import java.util.List;
import java.util.Optional;

/**
 * Makes a budget of a draft: checks every rule, fills in every default. The only way to a {@link
 * Budget}, for the operator as for the command line.
 */
public final class BudgetRules {

  private BudgetRules() {}

  /** A valid budget, or everything that is wrong with the draft; never an exception. */
  public static Resolution resolve(BudgetDraft draft) {
    Findings findings = new Findings();
    TargetRules targetRules = new TargetRules(findings);
    GuardRules guardRules = new GuardRules(findings);
    ReactionRules reactionRules = new ReactionRules(findings);

    targetRules.checkName(draft.name());
    Optional<TargetRef> target = targetRules.target(draft.target());
    Optional<String> container = targetRules.container(draft.container());
    Mode mode =
        findings
            .choice("spec.mode", draft.mode(), List.of(Mode.values()), Mode::text)
            .orElse(Defaults.MODE);
    GuardTerms guard = guardRules.guard(draft.guard());
    var memory = new MemoryRules(findings).memory(draft.memory(), guard.softPercent());
    Optional<Sized> sized =
        new RuntimeRules(findings)
            .profile(draft.runtime())
            .map(profile -> sized(findings, profile, draft, mode));
    var rollout = reactionRules.rollout(draft.rollout());
    var restoreAfter = reactionRules.restoreAfter(draft.restore());
    var brake = reactionRules.brake(draft.brake());
    var degrade = reactionRules.degrade(draft.degrade());
    var agent = guardRules.agent(draft.agent(), mode);
    ConflictPolicy conflicts =
        findings
            .choice(
                "spec.conflicts",
                draft.conflicts(),
                List.of(ConflictPolicy.values()),
                ConflictPolicy::text)
            .orElse(Defaults.CONFLICTS);

    if (!findings.violations().isEmpty()) {
      return new Resolution.Refused(findings.violations());
    }
    return new Resolution.Accepted(
        new Budget(
            draft.name(),
            target.orElseThrow(),
            container,
            mode,
            draft.paused().orElse(Defaults.PAUSED) ? Pause.PAUSED : Pause.RUNNING,
            memory,
            sized.orElseThrow().runtime(),
            sized.orElseThrow().knobs(),
            guard,
            rollout,
            restoreAfter,
            brake,
            degrade,
            agent,
            conflicts),
        Unbuilt.fieldsIn(draft));
  }

  /** What can only be read once the runtime is known. */
  private record Sized(RuntimeTerms runtime, List<Knob> knobs) {}

  private static Sized sized(
      Findings findings, RuntimeProfile profile, BudgetDraft draft, Mode mode) {
    return new Sized(
        new RuntimeRules(findings).runtime(profile, RuntimeRules.argumentsOf(draft)),
        new KnobSetRules(findings, profile).knobs(draft, mode));
  }
}
