package dev.plimsoll.core.runtime;

/** A signal, by the name that {@code kill -s} knows. */
public enum Signal {
  HUP(1),
  INT(2),
  QUIT(3),
  KILL(9),
  USR1(10),
  USR2(12),
  TERM(15),
  TSTP(20),
  TTIN(21),
  TTOU(22),
  WINCH(28);

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  /** Its number on Linux. */
  int number() {
    return number;
  }
}
