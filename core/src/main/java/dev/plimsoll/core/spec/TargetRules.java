package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.TargetRef;
import java.util.List;
import java.util.Optional;

/** {@code spec.targetRef} and the names of budget and container. */
final class TargetRules {
  private static final String FIELD = "spec.targetRef";

  private final Findings findings;

  TargetRules(Findings findings) {
    this.findings = findings;
  }

  void checkName(String name) {
    if (name.isEmpty()) {
      findings.refuse(new Violation("metadata.name", "is missing", "name the budget"));
    } else if (name.length() > Bounds.NAME_LENGTH) {
      findings.refuse("metadata.name", Rule.NAME_TOO_LONG);
    }
  }

  Optional<String> container(Optional<String> written) {
    return findings.name("spec.container", written, NameSyntax.CONTAINER);
  }

  Optional<TargetRef> target(Optional<BudgetDraft.Target> written) {
    if (written.isEmpty()) {
      findings.refuse(
          new Violation(FIELD, "is missing", "name the Deployment or StatefulSet to size"));
      return Optional.empty();
    }
    BudgetDraft.Target target = written.get();
    findings.choice(
        FIELD + ".apiVersion",
        target.apiVersion(),
        List.of(Defaults.TARGET_API_VERSION),
        version -> version);
    Optional<TargetRef.Kind> kind =
        findings.choice(
            FIELD + ".kind",
            findings.required(FIELD + ".kind", target.kind(), "write Deployment or StatefulSet"),
            List.of(TargetRef.Kind.values()),
            TargetRef.Kind::text);
    Optional<String> name =
        findings.name(
            FIELD + ".name",
            findings.required(FIELD + ".name", target.name(), "write the name of the workload"),
            NameSyntax.WORKLOAD);
    return kind.flatMap(known -> name.map(valid -> new TargetRef(known, valid)));
  }
}
