package dev.plimsoll.cli.workload;

import java.util.Locale;

/** How the application's memory behaves; app.py knows each by its {@link #text()}. */
public enum Behaviour {
  /** Every request keeps 62 KB. */
  STEADY_LEAK,
  /** Every request keeps more than the one before: 62 KB at first, six times as much in the end. */
  GROWING_LEAK,
  /** Batches of records of ever other sizes, of which one in a page is kept. */
  FRAGMENTATION,
  /** As a steady leak, up to 25 MB in each worker. */
  FILLING_CACHE,
  /** One request in 165 keeps 18 MB. */
  RARE_LEAK,
  /** One request in 165 needs 128 MB for a moment. */
  HALF_BURST,
  /** A worker loads 64 MB, and holds them twice while it loads. */
  TOO_LARGE_AT_BOOT,
  /** Every request keeps 60 KB, and one in 165 needs 24 MB for a moment. */
  LEAK_AND_BURST;

  /** What the variable PLIMSOLL_DEMO_BEHAVIOUR is set to. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
