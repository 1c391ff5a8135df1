package dev.plimsoll.core.forecast;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;

/** A level at a time. */
public record Point(Duration at, Bytes level) {

  /** Bytes per second from here to a later point. */
  public double slopeTo(Point later) {
    double seconds = later.at.minus(at).toNanos() / 1e9;
    return (later.level.count() - level.count()) / seconds;
  }
}
