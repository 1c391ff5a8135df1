package dev.plimsoll.agent;

/** Takes one line for people about something that has changed. */
@FunctionalInterface
public interface Journal {
  void tell(String line);
}
