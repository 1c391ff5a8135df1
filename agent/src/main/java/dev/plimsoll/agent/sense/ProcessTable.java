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
  private static final int SELDOM = 15;

  private final Path proc;
  private final KernelText text = new KernelText();
  private final Map<String, TrackedProcess> tracked = new HashMap<>();

  private int untilAll;

  ProcessTable(Path proc) {
    this.proc = proc;
  }

  /**
   * Finds those that have started, lets go of those that have ended, and reads the others again:
   * those of the guarded cgroup always, the rest of the machine only now and then.
   *
   * @param nowTicks the present time, in ticks since boot
   * @param cgroup the guarded one's path; none is special while it is empty
   */
  void refresh(long nowTicks, String cgroup) {
    boolean all = cgroup.isEmpty() || untilAll == 0;
    untilAll = all ? SELDOM : untilAll - 1;
    Iterator<TrackedProcess> known = tracked.values().iterator();
    while (known.hasNext()) {
      TrackedProcess process = known.next();
      if ((all || process.isYoung(nowTicks) || process.identity().cgroup().equals(cgroup))
          && !process.refresh(text, nowTicks)) {
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
