package dev.plimsoll.agent.sense;

/**
 * One line of {@code /proc/PID/stat}.
 *
 * @param state the kernel's letter
 * @param cpuTicks used in user and system mode
 * @param startTicks since boot
 */
record ProcessStat(int pid, String name, char state, int parent, long cpuTicks, long startTicks) {
  private static final int PARENT = 1;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int START = 19;

  /** The name is in brackets and may hold any character, so words are counted behind it. */
  static ProcessStat parse(KernelText text) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    int state = close + 2;
    return new ProcessStat(
        (int) text.number(),
        text.text(open + 1, close),
        (char) text.at(state),
        (int) text.word(state, PARENT),
        text.word(state, USER_TICKS) + text.word(state, SYSTEM_TICKS),
        text.word(state, START));
  }

  /** Ended, and perhaps not yet taken note of by its parent. */
  boolean hasEnded() {
    return state == 'Z' || state == 'X';
  }
}
