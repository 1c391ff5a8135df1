package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.model.GuardTerms;
import dev.plimsoll.core.model.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code spec.guard} and {@code spec.agent}. */
final class GuardRules {
  private static final String FIELD = "spec.guard";

  private static final BudgetDraft.Guard NOTHING =
      new BudgetDraft.Guard(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Findings findings;

  GuardRules(Findings findings) {
    this.findings = findings;
  }

  GuardTerms guard(Optional<BudgetDraft.Guard> written) {
    BudgetDraft.Guard guard = written.orElse(NOTHING);
    Optional<Integer> soft =
        findings.number(FIELD + ".softPercent", guard.softPercent(), Bounds.SOFT_PERCENT);
    Optional<Integer> hard =
        findings.number(FIELD + ".hardPercent", guard.hardPercent(), Bounds.HARD_PERCENT);
    int softPercent = soft.orElse(Defaults.SOFT_PERCENT);
    int hardPercent = hard.orElse(Defaults.HARD_PERCENT);
    if (softPercent >= hardPercent) {
      findings.refuse(
          FIELD + ".softPercent", Rule.SOFT_NOT_BELOW_HARD, softPercent + " >= " + hardPercent);
    }
    return new GuardTerms(
        softPercent,
        hardPercent,
        findings.duration(FIELD + ".maxWorkerAge", guard.maxWorkerAge(), Bounds.MAX_WORKER_AGE),
        findings.duration(FIELD + ".drain", guard.drain(), Bounds.DRAIN),
        guard.actions().map(this::actions).orElse(Defaults.ACTIONS));
  }

  AgentTerms agent(Optional<BudgetDraft.Agent> written, Mode mode) {
    Optional<AgentTerms.Injection> injection =
        findings.choice(
            "spec.agent.injection",
            written.flatMap(BudgetDraft.Agent::injection),
            List.of(AgentTerms.Injection.values()),
            AgentTerms.Injection::text);
    Optional<Long> user =
        findings.wholeNumber(
            "spec.agent.runAsUser", written.flatMap(BudgetDraft.Agent::runAsUser), Bounds.USER_ID);
    return new AgentTerms(
        injection.orElse(Defaults.injection(mode)),
        user.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  /** The allowed actions; their order is always from mild to harsh, whatever the list's. */
  private List<GuardAction> actions(List<String> written) {
    Set<GuardAction> allowed = EnumSet.noneOf(GuardAction.class);
    for (int i = 0; i < written.size(); i++) {
      String field = FIELD + ".actions[" + i + "]";
      findings
          .choice(
              field, Optional.of(written.get(i)), List.of(GuardAction.values()), GuardAction::text)
          .filter(action -> !allowed.add(action))
          .ifPresent(action -> findings.refuse(field, Rule.ACTION_TWICE, action.text()));
    }
    return List.copyOf(allowed);
  }
}
