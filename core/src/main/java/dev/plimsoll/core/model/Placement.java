package dev.plimsoll.core.model;

/** Where a knob's value is written on the workload. */
public sealed interface Placement {

  /** The value as text. */
  String render(long value);

  /**
   * An environment variable of its own.
   *
   * @param variable the variable's name
   * @param template the text with {@code {value}} where the number goes
   */
  record Variable(String variable, String template) implements Placement {
    @Override
    public String render(long value) {
      return template.replace("{value}", Long.toString(value));
    }
  }

  /**
   * A flag in the runtime's arguments variable, such as {@code worker-connections} in
   * GUNICORN_CMD_ARGS.
   *
   * @param flag the flag's name without dashes
   */
  record Argument(String flag) implements Placement {
    @Override
    public String render(long value) {
      return Long.toString(value);
    }
  }
}
