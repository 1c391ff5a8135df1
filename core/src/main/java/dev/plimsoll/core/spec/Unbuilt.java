package dev.plimsoll.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that this version accepts and does nothing with, and what each waits for. */
final class Unbuilt {
  private static final String LEARNING = "learning of costs";
  private static final String BRAKE = "the brake on kill loops";
  private static final String RESTORE = "restoring of reduced plans";
  private static final String DEGRADE = "the degraded mode";

  private final List<NotYetActive> notes = new ArrayList<>();

  private Unbuilt() {}

  /** Those of them that a user set. */
  static List<NotYetActive> fieldsIn(BudgetDraft draft) {
    Unbuilt unbuilt = new Unbuilt();
    for (int i = 0; i < draft.knobs().size(); i++) {
      unbuilt.note("spec.knobs[" + i + "].occupancy", draft.knobs().get(i).occupancy(), LEARNING);
    }
    unbuilt.note("spec.restore", draft.restore(), RESTORE);
    unbuilt.note("spec.brake", draft.brake(), BRAKE);
    unbuilt.note("spec.degrade", draft.degrade(), DEGRADE);
    return List.copyOf(unbuilt.notes);
  }

  private void note(String field, Optional<?> written, String waitsFor) {
    written.ifPresent(_ -> notes.add(new NotYetActive(field, waitsFor)));
  }
}
