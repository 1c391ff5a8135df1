package dev.plimsoll.e2e.harness;

/** Budgets for {@link App}s, as their users write them. */
public final class Budgets {
  private Budgets() {}

  /** A budget with one knob, of which two fit 512Mi, in a mode. */
  public static String workers(String app, String mode) {
    return workers(app, mode, "");
  }

  /**
   * The same with more fields.
   *
   * @param more further lines of the spec, indented by two spaces
   */
  public static String workers(String app, String mode, String more) {
    return budget(
        app,
        "Deployment",
        mode,
        """
          knobs:
            - {name: workers, env: WEB_CONCURRENCY, memory: 150Mi, max: 8}
        """
            + more);
  }

  /**
   * Any budget.
   *
   * @param spec further lines of the spec, indented by two spaces
   */
  public static String budget(String app, String kind, String mode, String spec) {
    return """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata:
          name: %s
        spec:
          targetRef: {apiVersion: apps/v1, kind: %s, name: %s}
          mode: %s
          runtime: {type: gunicorn}
        """
            .formatted(app, kind, app, mode)
        + spec;
  }
}
