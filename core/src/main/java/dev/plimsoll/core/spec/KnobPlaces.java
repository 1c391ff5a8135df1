package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Placement;
import java.util.Optional;
import java.util.Set;

/** What the rules have to know of the runtimes. */
public interface KnobPlaces {

  /** The names that {@code spec.runtime.type} may have. */
  Set<String> runtimeTypes();

  /**
   * Where the runtime reads a knob of this name, if it knows one.
   *
   * @param runtimeType one of {@link #runtimeTypes()}
   */
  Optional<Placement> placeOf(String runtimeType, String knobName);

  /**
   * The variable that the runtime reads its arguments from, if it has one.
   *
   * @param runtimeType one of {@link #runtimeTypes()}
   */
  Optional<String> argumentsVariable(String runtimeType);
}
