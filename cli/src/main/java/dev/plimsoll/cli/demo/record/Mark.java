package dev.plimsoll.cli.demo.record;

/**
 * Something that happened to the server.
 *
 * @param atMillis since the load's begin
 * @param text what and why, in a sentence
 */
public record Mark(long atMillis, Kind kind, String text) {

  /** What happened. */
  public enum Kind {
    OOM_KILL("killed by the kernel"),
    RECYCLE("recycled"),
    SHED("shed"),
    GROW("grown"),
    AGENT_KILL("killed by the guard");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What it is to a worker. */
    public String word() {
      return word;
    }
  }
}
