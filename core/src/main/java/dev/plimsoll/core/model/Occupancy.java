package dev.plimsoll.core.model;

/** How the units of a knob in use are counted inside a process; used by learning. */
public sealed interface Occupancy {
  /** Connections to this port elsewhere. */
  record RemotePort(int port) implements Occupancy {}

  /** Connections accepted on this port. */
  record ListenPort(int port) implements Occupancy {}

  /** Threads of the worker. */
  record Threads() implements Occupancy {}

  /** Child processes of the worker. */
  record Children() implements Occupancy {}
}
