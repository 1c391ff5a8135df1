package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that this version accepts and does nothing with, and what each waits for. */
final class Unbuilt {
  private static final String AGENT = "the agent in the pod";
  private static final String LEARNING = "learning of costs";
  private static final String BRAKE = "the brake on kill loops";
  private static final String RESTORE = "restoring of reduced plans";
  private static final String DEGRADE = "the degraded mode";

  private final List<NotYetActive> notes = new ArrayList<>();

  private Unbuilt() {}

  /** Those of them that a user set. */
  static List<NotYetActive> fieldsIn(BudgetDraft draft) {
    Unbuilt unbuilt = new Unbuilt();
    unbuilt.note("spec.mode", draft.mode().filter(Mode.GUARD.text()::equals), AGENT);
    for (int i = 0; i < draft.knobs().size(); i++) {
      unbuilt.note("spec.knobs[" + i + "].occupancy", draft.knobs().get(i).occupancy(), LEARNING);
    }
    draft.guard().ifPresent(unbuilt::noteGuard);
    unbuilt.note("spec.restore", draft.restore(), RESTORE);
    unbuilt.note("spec.brake", draft.brake(), BRAKE);
    unbuilt.note("spec.degrade", draft.degrade(), DEGRADE);
    draft.agent().ifPresent(unbuilt::noteAgent);
    return List.copyOf(unbuilt.notes);
  }

  /** The soft line is not among them: plans keep below it. */
  private void noteGuard(BudgetDraft.Guard guard) {
    note("spec.guard.hardPercent", guard.hardPercent(), AGENT);
    note("spec.guard.maxWorkerAge", guard.maxWorkerAge(), AGENT);
    note("spec.guard.drain", guard.drain(), AGENT);
    note("spec.guard.actions", guard.actions(), AGENT);
  }

  /** To ask for no agent is granted already. */
  private void noteAgent(BudgetDraft.Agent agent) {
    note(
        "spec.agent.injection",
        agent.injection().filter(AgentTerms.Injection.SIDECAR.text()::equals),
        AGENT);
    note("spec.agent.runAsUser", agent.runAsUser(), AGENT);
  }

  private void note(String field, Optional<?> written, String waitsFor) {
    written.ifPresent(_ -> notes.add(new NotYetActive(field, waitsFor)));
  }
}
