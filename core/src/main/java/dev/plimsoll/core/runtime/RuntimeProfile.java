package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one application server; facts, the same for everyone who runs it. */
public interface RuntimeProfile {

  /** The name in {@code spec.runtime.type}. */
  String name();

  /** The programs that start it, without path and version; empty where none is known. */
  default Set<String> programs() {
    return Set.of(name());
  }

  /** Its processes, and what signals do to them as the server is now and by its defaults. */
  default ProcessModel processes() {
    return new ProcessModel.SingleProcess();
  }

  /**
   * Whether the server's first process has workers, and what signals do to them in its version and
   * with its settings.
   *
   * @param first the process that runs one of {@link #programs()}
   */
  default Staffing staffing(ProcessFacts first) {
    return switch (processes()) {
      case ProcessModel.SingleProcess _ -> new Staffing.Alone();
      case ProcessModel.MasterAndWorkers model -> new Staffing.Workers(model);
    };
  }

  /** Whether a process is this server, or the first one of it. */
  default boolean isRunBy(ProcessFacts process) {
    return LaunchedProgram.isOneOf(programs(), process);
  }

  /** The variables that {@link #staffing} wants to see. */
  default Set<String> tellingVariables() {
    return Set.of();
  }

  /** Where the server takes arguments from besides its command line. */
  ArgumentHome arguments();

  /**
   * Where values of well-known knobs go when a budget does not say: by knob name, such as {@code
   * workers}. The application's own settings are never among them.
   */
  Map<String, Placement> places();

  /**
   * How long the server lets a worker finish its requests.
   *
   * @param arguments the arguments it runs with, by long name without dashes
   */
  Duration gracefulTimeout(Map<String, String> arguments);

  /**
   * How long a worker may stay with one request before the server kills it.
   *
   * @param arguments the arguments it runs with, by long name without dashes
   * @return empty where it may stay for ever
   */
  default Optional<Duration> requestTimeout(Map<String, String> arguments) {
    return Optional.empty();
  }

  /**
   * Whether the server recycles workers by itself, and starts the new one before the old has gone.
   *
   * @param arguments the arguments it runs with, by long name without dashes
   */
  default boolean recyclesWithOverlap(Map<String, String> arguments) {
    return false;
  }

  /** What beats a value at this place, strongest first. */
  default List<SettingSource> strongerThan(Placement place) {
    return List.of();
  }

  /**
   * Why an argument does nothing beside the others, if it does nothing.
   *
   * @param name its long name without dashes
   * @param arguments all arguments that the server runs with
   */
  default Optional<String> whyIdle(String name, Map<String, String> arguments) {
    return Optional.empty();
  }

  /** Where the value of a knob of this name goes when the budget does not say. */
  default Optional<Placement> placeOf(String knob) {
    return Optional.ofNullable(places().get(knob));
  }

  /**
   * Why an argument cannot be kept for this server.
   *
   * @param name the argument's name without dashes
   * @param value its value; empty for a switch
   * @return what is wrong and what to do, or empty where nothing is
   */
  default Optional<String> refusal(String name, String value) {
    return switch (arguments()) {
      case ArgumentHome.OneLine line -> line.flags().refusal(name, value);
      case ArgumentHome.VariablePerFlag variables -> variables.flags().refusal(name, value);
      case ArgumentHome.Nowhere nowhere -> Optional.of(nowhere.remedy());
    };
  }
}
