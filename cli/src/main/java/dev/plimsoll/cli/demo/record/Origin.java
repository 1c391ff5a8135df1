package dev.plimsoll.cli.demo.record;

/** Where a recording comes from, as far as its reader is concerned. */
public enum Origin {
  /** Made just now, here. */
  LIVE,
  /**
   * Made earlier, on another machine, by the same code; shown because nothing can be limited here.
   */
  RECORDED
}
