package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.MemoryTerms;
import dev.plimsoll.core.model.Reserve;
import java.util.Optional;

/** {@code spec.memory}. */
final class MemoryRules {
  private static final String FIELD = "spec.memory";

  /** A pod's own soft line is up to three points below the declared one. */
  private static final int RESERVE_AND_SOFT = 103;

  private static final BudgetDraft.Memory NOTHING =
      new BudgetDraft.Memory(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Findings findings;

  MemoryRules(Findings findings) {
    this.findings = findings;
  }

  MemoryTerms memory(Optional<BudgetDraft.Memory> written, int softPercent) {
    BudgetDraft.Memory memory = written.orElse(NOTHING);
    return new MemoryTerms(
        findings.quantity(FIELD + ".limit", memory.limit()),
        findings.quantityOrZero(FIELD + ".base", memory.base()).orElse(Defaults.BASE),
        reserve(memory.reserve(), softPercent),
        findings.quantity(FIELD + ".perUser", memory.perUser()));
  }

  private Reserve reserve(Optional<String> written, int softPercent) {
    String field = FIELD + ".reserve";
    if (written.isPresent() && !Percent.isMeantBy(written.get())) {
      return fixed(field, written.get());
    }
    Percent share = findings.parsed(field, written, MemoryRules::percent).orElse(Defaults.RESERVE);
    if (share.value() < RESERVE_AND_SOFT - softPercent) {
      findings.refuse(
          field, Rule.RESERVE_BELOW_SOFT, share + " < " + (RESERVE_AND_SOFT - softPercent) + "%");
    }
    return new Reserve.Share(share.value());
  }

  private Reserve fixed(String field, String written) {
    if (MemorySize.parse(written) instanceof Parsed.Malformed<?>) {
      findings.refuse(field, Rule.RESERVE_SYNTAX, Quoted.of(written));
      return new Reserve.Share(Defaults.RESERVE.value());
    }
    return findings
        .quantityOrZero(field, Optional.of(written))
        .<Reserve>map(Reserve.Fixed::new)
        .orElse(new Reserve.Share(Defaults.RESERVE.value()));
  }

  private static Parsed<Percent> percent(String text) {
    return Percent.parse(text) instanceof Parsed.Value<Percent> value
        ? value
        : new Parsed.Malformed<>(
            Rule.RESERVE_SYNTAX.problem() + " (" + Quoted.of(text) + ")",
            Rule.RESERVE_SYNTAX.remedy());
  }
}
