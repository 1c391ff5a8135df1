package dev.plimsoll.core.guard;

import java.util.ArrayList;
import java.util.List;

/** The last five of a kind: enough to outvote one that was odd, few enough to follow a change. */
final class Remembered {
  private static final int KEPT = 5;

  private Remembered() {}

  static <T> List<T> with(List<T> seen, T one) {
    List<T> all = new ArrayList<>(seen);
    all.add(one);
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }
}
