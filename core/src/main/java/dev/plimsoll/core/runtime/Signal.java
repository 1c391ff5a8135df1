package dev.plimsoll.core.runtime;

/** A signal, by the name that {@code kill -s} knows. */
public enum Signal {
  HUP,
  INT,
  QUIT,
  KILL,
  USR1,
  USR2,
  TERM,
  TSTP,
  TTIN,
  TTOU,
  WINCH
}
