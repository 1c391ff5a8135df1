package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Budget;
import java.util.List;

/** What comes of a draft: a valid budget, or every reason why it is none. */
public sealed interface Resolution {

  /**
   * The draft is a valid budget.
   *
   * @param budget with every default filled in
   * @param notes the fields that were set and that nothing acts on yet
   */
  record Accepted(Budget budget, List<NotYetActive> notes) implements Resolution {}

  /**
   * The draft breaks rules.
   *
   * @param violations at least one, in the order of the fields
   */
  record Refused(List<Violation> violations) implements Resolution {}
}
