package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.Optional;

/** Where a knob's value goes: {@code env}, {@code argument} and {@code template}. */
final class PlacementRules {
  private static final String HOLE = "{value}";

  private final Findings findings;
  private final RuntimeProfile profile;

  PlacementRules(Findings findings, RuntimeProfile profile) {
    this.findings = findings;
    this.profile = profile;
  }

  Optional<Placement> place(String field, BudgetDraft.Knob knob) {
    if (knob.env().isPresent() && knob.argument().isPresent()) {
      findings.refuse(field, Rule.TWO_PLACES);
      return Optional.empty();
    }
    Optional<String> template = template(field + ".template", knob.template());
    Optional<Placement> place =
        knob.argument().isPresent()
            ? argument(field + ".argument", knob.argument().get())
            : knob.env().isPresent() ? variable(field + ".env", knob) : ownPlace(field, knob);
    return place.flatMap(known -> withTemplate(field, known, template));
  }

  private Optional<Placement> argument(String field, String flag) {
    if (!NameSyntax.ARGUMENT.matches(flag)) {
      findings.refuse(field, Rule.ARGUMENT_NAME, Quoted.of(flag));
      return Optional.empty();
    }
    if (profile.arguments() instanceof ArgumentHome.Nowhere) {
      findings.refuse(field, Rule.NO_ARGUMENTS, profile.name());
      return Optional.empty();
    }
    Optional<String> refusal = profile.refusal(flag, "1");
    refusal.ifPresent(told -> findings.refuseAsTold(field, told));
    return refusal.isPresent() ? Optional.empty() : Optional.of(new Placement.Argument(flag));
  }

  private Optional<Placement> variable(String field, BudgetDraft.Knob knob) {
    Optional<String> name = findings.name(field, knob.env(), NameSyntax.VARIABLE);
    name.filter(RefusedVariables::contain)
        .ifPresent(refused -> findings.refuse(field, Rule.VARIABLE_REFUSED, refused));
    return name.map(variable -> new Placement.Variable(variable, Defaults.TEMPLATE));
  }

  private Optional<Placement> ownPlace(String field, BudgetDraft.Knob knob) {
    Optional<Placement> place = knob.name().flatMap(profile::placeOf);
    if (place.isEmpty() && knob.name().isPresent()) {
      findings.refuse(field, Rule.NO_PLACE, Quoted.of(knob.name().get()) + " in " + profile.name());
    }
    return place;
  }

  private Optional<String> template(String field, Optional<String> written) {
    return written
        .filter(text -> findings.isPlain(field, text))
        .filter(
            text -> {
              if (!text.contains(HOLE)) {
                findings.refuse(field, Rule.TEMPLATE_WITHOUT_VALUE, Quoted.of(text));
              }
              return text.contains(HOLE);
            });
  }

  private Optional<Placement> withTemplate(
      String field, Placement place, Optional<String> template) {
    return switch (place) {
      case Placement.Variable(String name, String own) -> {
        Placement.Variable variable = new Placement.Variable(name, template.orElse(own));
        if (RuntimeProfiles.lineIn(name).isPresent() && !variable.template().startsWith("-")) {
          findings.refuse(field + ".env", Rule.LINE_WITHOUT_FLAG, name);
        }
        yield Optional.of(variable);
      }
      case Placement.Argument argument -> {
        if (template.isPresent()) {
          findings.refuse(field + ".template", Rule.TEMPLATE_WITHOUT_VARIABLE, argument.flag());
        }
        yield Optional.of(argument);
      }
    };
  }
}
