package dev.plimsoll.core.spec;

/**
 * Every rule beyond types, choices and ranges of numbers: what breaking it is called, and what to
 * do. The CRD says the same in its CEL rules.
 */
public enum Rule {
  NAME_TOO_LONG("is longer than 63 characters", "choose a shorter name"),
  WORKLOAD_NAME("is not the name of a workload", "write it as kubectl get prints it"),
  CONTAINER_NAME("is not the name of a container", "write it as the pod template does"),
  TARGET_CHANGED("is immutable", "delete this budget and create one for the other workload"),

  NOT_A_QUANTITY("is not a quantity of memory", "write it like 512Mi, 1.5Gi or 2G"),
  QUANTITY_TOO_SMALL(
      "is less than 1Ki: without a unit it is bytes, and m is thousandths", "write it like 512Mi"),
  QUANTITY_TOO_LARGE("is more than 16Ti", "write it like 512Mi"),
  RESERVE_SYNTAX("is neither a quantity nor a percentage", "write it like 20% or 100Mi"),
  RESERVE_BELOW_SOFT(
      "is less than 103 - softPercent, so pods would start above their soft line",
      "raise reserve or guard.softPercent"),

  NO_KNOBS("is empty", "add a knob such as {name: workers, memory: 100Mi}, or set mode to Guard"),
  KNOB_NAME(
      "is not the name of a knob",
      "begin with a lower-case letter and use at most 32 letters, digits and dashes"),
  KNOB_NAME_TAKEN_BY_BASE("is base, which names the base cost in status", "choose another name"),
  KNOB_NAME_TWICE("is the name of another knob too", "give each knob a name of its own"),
  TWO_PLACES("has both env and argument", "remove one of them"),
  NO_PLACE(
      "has no place of its own in this runtime",
      "set env to the variable that the application reads"),
  VARIABLE_NAME(
      "is not the name of a variable", "use letters, digits and _, and begin with no digit"),
  VARIABLE_REFUSED(
      "decides what the process loads or where it runs",
      "choose a variable that the application reads as a setting"),
  PLACE_TWICE(
      "is set twice", "give each knob a variable or argument of its own, set by nothing else"),
  ARGUMENT_NAME("is not the name of an argument", "write it without dashes, like max-requests"),
  ARGUMENT_UNKNOWN("is not an argument of this server", "remove it, or check its spelling"),
  ARGUMENT_VALUE(
      "has a value that does not fit it",
      "give a switch \"\" or \"true\", and any other argument a value"),
  ARGUMENT_OF_KNOB("is what a knob sets", "remove it from runtime.arguments, or remove the knob"),
  NO_ARGUMENTS(
      "cannot be given: this server reads no arguments from the environment",
      "set them in its configuration or start command"),
  TEXT_UNSAFE("has control characters", "write it in one line of plain text"),
  TEMPLATE_WITHOUT_VALUE("has no {value}", "put {value} where the number goes"),
  TEMPLATE_WITHOUT_VARIABLE("is for variables only", "remove it, or set env"),
  LINE_WITHOUT_FLAG(
      "holds a whole line of flags",
      "give a template that begins with a flag, such as --max-old-space-size={value}"),
  PER_UNKNOWN("names no knob of this budget", "use the name of another knob"),
  PER_ITSELF("names the knob itself", "use the name of another knob"),
  PER_CHAIN("names a knob that has a per itself", "use a knob without per"),
  MAX_MISSING("has no upper bound", "give max, or cpu to bound it by the container's CPUs"),
  MAX_BELOW_MIN("is smaller than min", "raise max or lower min"),
  MIN_BEYOND_MEMORY("needs more than 1Ti for its min alone", "lower min or memory"),
  STEP_TOO_FINE("has more than 1024 values between min and max", "raise step"),
  MAX_TOTAL_BELOW_MIN("is smaller than min", "raise maxTotal or lower min"),
  CPU_ZERO("allows no unit", "raise perCore or plus above 0"),
  OCCUPANCY_ONE(
      "needs exactly one way to count", "keep one of remotePort, listenPort, threads, children"),
  OCCUPANCY_FALSE("is false, which counts nothing", "set it to true, or leave it out"),

  SOFT_NOT_BELOW_HARD("is not below hardPercent", "lower softPercent or raise hardPercent"),
  ACTION_TWICE("is listed twice", "list each action once"),
  NOT_A_DURATION("is not a duration", "write it like 15m, 1h30m or 65s"),
  DURATION_OUT_OF_RANGE("is out of range", "choose a duration within the range"),
  NOT_A_WINDOW("is not a window", "write it like Mon-Fri 08:00-18:00 Europe/Berlin"),
  UNKNOWN_ZONE("is no time zone", "use a name of the IANA database, such as Europe/Berlin or UTC"),
  EMPTY_WINDOW("begins and ends at the same time", "write 00:00-24:00 for the whole day"),
  DEGRADE_EMPTY("sets no variable", "add one, or remove degrade"),
  DEGRADE_SETS_KNOB("is the variable of a knob", "leave it to the knob, or remove the knob"),
  VALUE_EMPTY("is empty", "give it a value, or remove it");

  private final String problem;
  private final String remedy;

  Rule(String problem, String remedy) {
    this.problem = problem;
    this.remedy = remedy;
  }

  /** What is wrong, to follow the field's name. */
  public String problem() {
    return problem;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Both, for places that know the field already. */
  public String message() {
    return problem + ": " + remedy;
  }
}
