package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.RuntimeTerms;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.Map;
import java.util.Optional;

/** {@code spec.runtime}. */
final class RuntimeRules {
  private static final String FIELD = "spec.runtime";

  private final Findings findings;

  RuntimeRules(Findings findings) {
    this.findings = findings;
  }

  /** The profile that the budget names, if it names one that is known. */
  Optional<RuntimeProfile> profile(Optional<BudgetDraft.Runtime> written) {
    if (written.isEmpty()) {
      findings.refuse(
          new Violation(FIELD, "is missing", "name the server, or write type: generic"));
      return Optional.empty();
    }
    Optional<String> type =
        findings.required(
            FIELD + ".type", written.get().type(), "name the server, or write generic");
    return findings
        .choice(FIELD + ".type", type, RuntimeProfiles.names(), name -> name)
        .flatMap(RuntimeProfiles::named);
  }

  /** The arguments as written; none where there is no runtime. */
  static Map<String, String> argumentsOf(BudgetDraft draft) {
    return draft.runtime().map(BudgetDraft.Runtime::arguments).orElse(Map.of());
  }

  RuntimeTerms runtime(RuntimeProfile profile, Map<String, String> arguments) {
    String field = FIELD + ".arguments";
    findings.atMost(field, arguments.size(), Bounds.ARGUMENTS);
    if (profile.arguments() instanceof ArgumentHome.Nowhere && !arguments.isEmpty()) {
      findings.refuse(field, Rule.NO_ARGUMENTS, profile.name());
    } else {
      arguments.forEach((name, value) -> checkArgument(profile, name, value));
    }
    return new RuntimeTerms(profile.name(), arguments);
  }

  private void checkArgument(RuntimeProfile profile, String name, String value) {
    if (!NameSyntax.ARGUMENT.matches(name)) {
      findings.refuse(FIELD + ".arguments", Rule.ARGUMENT_NAME, Quoted.of(name));
      return;
    }
    String field = FIELD + ".arguments." + name;
    if (findings.isPlain(field, value)) {
      profile.refusal(name, value).ifPresent(told -> findings.refuseAsTold(field, told));
    }
  }
}
