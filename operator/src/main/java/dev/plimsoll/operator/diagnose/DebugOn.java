package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.List;
import java.util.Set;

/** A variable switches a framework's debug mode on. */
final class DebugOn implements Diagnostic {
  private static final Set<String> SWITCHES =
      Set.of(
          "DEBUG",
          "APP_DEBUG",
          "DJANGO_DEBUG",
          "FASTAPI_DEBUG",
          "FLASK_DEBUG",
          "QUART_DEBUG",
          "STARLETTE_DEBUG");
  private static final Reference REFERENCE =
      Reference.warning(
          DebugOn.class,
          "DEBUG, DJANGO_DEBUG, FLASK_DEBUG, APP_DEBUG and their like set to a word for yes",
          "set it to false");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.findings(
        REFERENCE,
        variable -> isSwitchedOn(variable) && !selectsLogs(surroundings, variable),
        "%s: %s is on: in debug mode frameworks keep queries and tracebacks in memory, and show them to users. Set it to false.");
  }

  private static boolean isSwitchedOn(Variable variable) {
    return SWITCHES.contains(variable.name()) && variable.isTrue();
  }

  /** Node's libraries take DEBUG for the names of what to log. */
  private static boolean selectsLogs(Surroundings surroundings, Variable variable) {
    return variable.name().equals("DEBUG") && surroundings.runtime().programs().contains("node");
  }
}
