package dev.plimsoll.agent;

import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.core.guard.PolicyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Runs a command, guards it and ends as it ends: what {@code plimsoll run} becomes once its plan is
 * made. A process of the agent's own, since it lives in the container beside the application.
 */
public final class RunMain {
  private static final int UNUSABLE = 2;

  private RunMain() {}

  /** Runs it; see {@link RunOptions} for what it is told. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    switch (RunOptions.parse(List.of(arguments), place())) {
      case RunOptions.Outcome.Refused(String message) -> refuse(message);
      case RunOptions.Outcome.Valid(RunOptions options) -> System.exit(run(options));
    }
  }

  /** Where several containers run the same budget, their host names tell them apart. */
  private static PolicyText.Place place() {
    String identity =
        Optional.ofNullable(System.getenv("PLIMSOLL_POD_UID"))
            .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
            .orElse("");
    return new PolicyText.Place("command", identity);
  }

  private static int run(RunOptions options) throws IOException, InterruptedException {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      refuse("the guard reads /proc, which only Linux has: run it in a container or on Linux");
    }
    GuardedCommand command = new GuardedCommand(options, Clock.systemUTC());
    if (options.limit().isEmpty()) {
      return command.run(Optional.empty());
    }
    String name = "plimsoll-run-" + ProcessHandle.current().pid();
    return switch (LimitedGroup.make(name, options.limit().get())) {
      case LimitedGroup.Outcome.Impossible(String why) -> {
        refuse("--limit: " + why + "; without --limit the limit that is in force here counts");
        yield UNUSABLE;
      }
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> {
        try (group) {
          yield command.run(Optional.of(group));
        }
      }
    };
  }

  private static void refuse(String message) {
    System.err.println("plimsoll run: " + message);
    System.exit(UNUSABLE);
  }
}
