package dev.plimsoll.cli.demo.page;

import dev.plimsoll.cli.demo.record.Terms;
import java.util.Locale;

/** Where times and amounts lie in a chart; lengths are in the units of its view box. */
record ChartFrame(Terms terms) {
  static final int WIDTH = 960;
  static final int HEIGHT = 330;
  static final int LEFT = 46;
  static final int RIGHT = 872;
  static final int TOP = 30;
  static final int BOTTOM = 250;

  /** Where the strip of workers begins and ends. */
  static final int STRIP_TOP = 282;

  static final int STRIP_BOTTOM = 318;

  double x(long atMillis) {
    double share = Math.clamp(atMillis / (terms.seconds() * 1000.0), 0, 1);
    return LEFT + share * (RIGHT - LEFT);
  }

  double y(long bytes) {
    double share = Math.clamp((double) bytes / terms.limitBytes(), 0, 1);
    return BOTTOM - share * (BOTTOM - TOP);
  }

  double workersY(int workers) {
    int most = terms.workers() + 1;
    double share = (double) Math.min(workers, most) / most;
    return STRIP_BOTTOM - share * (STRIP_BOTTOM - STRIP_TOP);
  }

  static String length(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
