package dev.plimsoll.core.runtime;

import java.util.List;

/** A place that a server reads a setting from. */
public sealed interface SettingSource {

  /**
   * The server's command line.
   *
   * @param flags every spelling of the setting there, dashes included
   */
  record CommandLine(List<String> flags) implements SettingSource {}

  /**
   * A flag in the server's arguments variable.
   *
   * @param home the variable
   * @param flag the flag's long name without dashes
   */
  record InLine(ArgumentHome.OneLine home, String flag) implements SettingSource {}

  /** Another variable. */
  record OtherVariable(String variable) implements SettingSource {}

  /**
   * A file inside the image, which a manifest does not show.
   *
   * @param setting what the file would say, such as {@code workers in gunicorn.conf.py}
   */
  record ConfigFile(String setting) implements SettingSource {}
}
