package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.runtime.RuntimeProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of {@code spec.knobs} beside each other. */
final class KnobSetRules {
  private static final String FIELD = "spec.knobs";

  private final Findings findings;
  private final RuntimeProfile profile;

  KnobSetRules(Findings findings, RuntimeProfile profile) {
    this.findings = findings;
    this.profile = profile;
  }

  List<Knob> knobs(BudgetDraft draft, Mode mode) {
    List<BudgetDraft.Knob> written = draft.knobs();
    if (written.isEmpty() && mode != Mode.GUARD) {
      findings.refuse(FIELD, Rule.NO_KNOBS);
    }
    findings.atMost(FIELD, written.size(), Bounds.KNOBS);
    Set<String> parents =
        written.stream().flatMap(knob -> knob.per().stream()).collect(Collectors.toSet());
    KnobRules rules = new KnobRules(findings, new PlacementRules(findings, profile));
    OccupiedPlaces places =
        new OccupiedPlaces(findings, profile, RuntimeRules.argumentsOf(draft).keySet());
    List<Knob> knobs = new ArrayList<>();
    for (int i = 0; i < written.size() && i < Bounds.KNOBS; i++) {
      String field = FIELD + "[" + i + "]";
      int weight =
          written.get(i).name().filter(parents::contains).isPresent()
              ? Defaults.WEIGHT_OF_PARENT
              : Defaults.WEIGHT;
      Optional<Knob> knob = rules.knob(field, written.get(i), weight);
      knob.ifPresent(known -> places.occupy(field, known));
      knob.ifPresent(knobs::add);
    }
    checkNames(written);
    checkParents(written);
    checkMinima(knobs);
    places.checkDegraded(draft.degrade());
    return List.copyOf(knobs);
  }

  /** A plan of the smallest values has to be a number of bytes, however far it is from fitting. */
  private void checkMinima(List<Knob> knobs) {
    Map<String, Integer> minima =
        knobs.stream().collect(Collectors.toMap(Knob::name, Knob::min, Math::max));
    for (Knob knob : knobs) {
      double units =
          (double) knob.min() * knob.per().map(parent -> minima.getOrDefault(parent, 1)).orElse(1);
      if (units * knob.unitCost().count() > Bounds.MOST_AT_MIN.count()) {
        findings.refuse(FIELD, Rule.MIN_BEYOND_MEMORY, knob.name());
      }
    }
  }

  private void checkNames(List<BudgetDraft.Knob> written) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      Optional<String> name = written.get(i).name();
      if (name.isPresent() && !seen.add(name.get())) {
        findings.refuse(FIELD + "[" + i + "].name", Rule.KNOB_NAME_TWICE, Quoted.of(name.get()));
      }
    }
  }

  private void checkParents(List<BudgetDraft.Knob> written) {
    Map<String, BudgetDraft.Knob> byName = new HashMap<>();
    written.forEach(knob -> knob.name().ifPresent(name -> byName.putIfAbsent(name, knob)));
    for (int i = 0; i < written.size(); i++) {
      String field = FIELD + "[" + i + "].per";
      BudgetDraft.Knob knob = written.get(i);
      knob.per().ifPresent(per -> checkParent(field, knob, per, byName));
    }
  }

  private void checkParent(
      String field, BudgetDraft.Knob knob, String per, Map<String, BudgetDraft.Knob> byName) {
    if (knob.name().filter(per::equals).isPresent()) {
      findings.refuse(field, Rule.PER_ITSELF);
    } else if (!byName.containsKey(per)) {
      findings.refuse(field, Rule.PER_UNKNOWN, Quoted.of(per));
    } else if (byName.get(per).per().isPresent()) {
      findings.refuse(field, Rule.PER_CHAIN, Quoted.of(per));
    }
  }
}
