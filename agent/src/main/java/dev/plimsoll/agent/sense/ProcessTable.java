package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The processes that the agent sees, kept between readings so that only new ones cost much. */
final class ProcessTable implements AutoCloseable {
  private final Path proc;
  private final KernelText text = new KernelText();
  private final Map<String, TrackedProcess> tracked = new HashMap<>();

  ProcessTable(Path proc) {
    this.proc = proc;
  }

  /**
   * Finds those that have started, lets go of those that have ended, and reads the others again.
   *
   * @param nowTicks the present time, in ticks since boot
   */
  void refresh(long nowTicks) {
    Iterator<TrackedProcess> known = tracked.values().iterator();
    while (known.hasNext()) {
      TrackedProcess process = known.next();
      if (!process.refresh(text, nowTicks)) {
        process.close();
        known.remove();
      }
    }
    String[] names = proc.toFile().list();
    if (names == null) {
      return;
    }
    for (String name : names) {
      if (isNumber(name) && !tracked.containsKey(name)) {
        open(name);
      }
    }
  }

  /** All of them. */
  List<TrackedProcess> processes() {
    return new ArrayList<>(tracked.values());
  }

  @Override
  public void close() {
    tracked.values().forEach(TrackedProcess::close);
    tracked.clear();
  }

  private void open(String name) {
    try {
      tracked.put(name, TrackedProcess.open(proc.resolve(name), text));
    } catch (IOException _) {
      // It has ended since it was listed.
    }
  }

  private static boolean isNumber(String name) {
    char first = name.charAt(0);
    return first >= '1' && first <= '9';
  }
}
