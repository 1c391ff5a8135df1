package dev.plimsoll.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that this version accepts and does nothing with, and what each waits for. */
final class Unbuilt {
  private static final String LEARNING = "learning of costs";

  private final List<NotYetActive> notes = new ArrayList<>();

  private Unbuilt() {}

  /** Those of them that a user set. */
  static List<NotYetActive> fieldsIn(BudgetDraft draft) {
    Unbuilt unbuilt = new Unbuilt();
    for (int i = 0; i < draft.knobs().size(); i++) {
      unbuilt.note("spec.knobs[" + i + "].occupancy", draft.knobs().get(i).occupancy(), LEARNING);
    }
    return List.copyOf(unbuilt.notes);
  }

  private void note(String field, Optional<?> written, String waitsFor) {
    written.ifPresent(_ -> notes.add(new NotYetActive(field, waitsFor)));
  }
}
