package dev.plimsoll.operator;

import dev.plimsoll.operator.OperatorSettings.InvalidSettingException;
import java.io.UncheckedIOException;

/** The operator's entry point. */
public final class OperatorMain {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private OperatorMain() {}

  /**
   * Runs the operator until it is told to end.
   *
   * @param arguments none; or {@code --train}, which runs one reconcile against a server in this
   *     process and ends: what a class cache is trained with
   */
  public static void main(String[] arguments) {
    try {
      switch (String.join(" ", arguments)) {
        case "" -> Launch.against(System.getenv());
        case "--train" -> {
          Launch.training();
          System.exit(0);
        }
        default ->
            end(
                MISUSED,
                "The operator takes no argument but --train: it is told by variables, PLIMSOLL_*.");
      }
    } catch (InvalidSettingException e) {
      end(MISUSED, e.getMessage());
    } catch (Preflight.FailedException | UncheckedIOException e) {
      end(FAILED, e.getMessage());
    }
  }

  private static void end(int status, String line) {
    System.err.println(line);
    System.exit(status);
  }
}
