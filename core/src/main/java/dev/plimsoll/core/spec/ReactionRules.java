package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.core.model.RolloutTerms;
import dev.plimsoll.core.model.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code spec.rollout}, {@code restore}, {@code brake} and {@code degrade}: when to change what.
 */
final class ReactionRules {
  private static final BudgetDraft.Rollout NOTHING =
      new BudgetDraft.Rollout(Optional.empty(), List.of(), Optional.empty());

  private final Findings findings;

  ReactionRules(Findings findings) {
    this.findings = findings;
  }

  RolloutTerms rollout(Optional<BudgetDraft.Rollout> written) {
    BudgetDraft.Rollout rollout = written.orElse(NOTHING);
    return new RolloutTerms(
        findings
            .duration("spec.rollout.cooldown", rollout.cooldown(), Bounds.COOLDOWN)
            .orElse(Defaults.COOLDOWN),
        windows(rollout.windows()),
        rollout.allowDowntime().orElse(Defaults.ALLOW_DOWNTIME)
            ? RolloutTerms.Downtime.ALLOWED
            : RolloutTerms.Downtime.REFUSED);
  }

  private List<TimeWindow> windows(List<String> written) {
    String field = "spec.rollout.windows";
    findings.atMost(field, written.size(), Bounds.WINDOWS);
    List<TimeWindow> windows = new ArrayList<>();
    for (int i = 0; i < written.size() && i < Bounds.WINDOWS; i++) {
      findings
          .parsed(field + "[" + i + "]", Optional.of(written.get(i)), TimeWindowSyntax::parse)
          .ifPresent(windows::add);
    }
    return List.copyOf(windows);
  }

  Duration restoreAfter(Optional<BudgetDraft.Restore> written) {
    return findings
        .duration(
            "spec.restore.after", written.flatMap(BudgetDraft.Restore::after), Bounds.RESTORE_AFTER)
        .orElse(Defaults.RESTORE_AFTER);
  }

  BrakeTerms brake(Optional<BudgetDraft.Brake> written) {
    return new BrakeTerms(
        findings
            .number(
                "spec.brake.oomKills",
                written.flatMap(BudgetDraft.Brake::oomKills),
                Bounds.OOM_KILLS)
            .orElse(Defaults.BRAKE_OOM_KILLS),
        findings
            .duration(
                "spec.brake.within",
                written.flatMap(BudgetDraft.Brake::within),
                Bounds.BRAKE_WITHIN)
            .orElse(Defaults.BRAKE_WITHIN));
  }

  Optional<DegradeTerms> degrade(Optional<BudgetDraft.Degrade> written) {
    return written.map(
        degrade -> {
          checkDegraded(degrade);
          return new DegradeTerms(
              findings
                  .duration("spec.degrade.after", degrade.after(), Bounds.DEGRADE_AFTER)
                  .orElse(Defaults.DEGRADE_AFTER),
              degrade.env());
        });
  }

  private void checkDegraded(BudgetDraft.Degrade degrade) {
    String field = "spec.degrade.env";
    if (degrade.env().isEmpty()) {
      findings.refuse(field, Rule.DEGRADE_EMPTY);
    }
    findings.atMost(field, degrade.env().size(), Bounds.DEGRADED_VARIABLES);
    degrade
        .env()
        .forEach(
            (name, value) -> {
              if (!NameSyntax.VARIABLE.matches(name)) {
                findings.refuse(field, Rule.VARIABLE_NAME, Quoted.of(name));
                return;
              }
              if (RefusedVariables.contain(name)) {
                findings.refuse(field + "." + name, Rule.VARIABLE_REFUSED, name);
              }
              findings.text(field + "." + name, Optional.of(value));
            });
  }
}
