package dev.plimsoll.cli.demo.page;

import static dev.plimsoll.cli.demo.page.ChartFrame.length;

import dev.plimsoll.cli.demo.record.Mark;

/** How a mark looks: told apart by shape as well as by colour. */
enum MarkStyle {
  /** A cross. */
  KILL("kill") {
    @Override
    String shape(double x, double y, double size) {
      return "<path class=\"cross\" d=\"M%s %sL%s %sM%s %sL%s %s\"/>"
          .formatted(
              length(x - size),
              length(y - size),
              length(x + size),
              length(y + size),
              length(x - size),
              length(y + size),
              length(x + size),
              length(y - size));
    }
  },
  /** A dot. */
  RECYCLE("recycle") {
    @Override
    String shape(double x, double y, double size) {
      return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(length(x), length(y), length(size));
    }
  },
  /** A triangle. */
  RESIZE("resize") {
    @Override
    String shape(double x, double y, double size) {
      return "<path d=\"M%s %sL%s %sL%s %sZ\"/>"
          .formatted(
              length(x - size),
              length(y - size),
              length(x + size),
              length(y - size),
              length(x),
              length(y + size));
    }
  };

  private final String css;

  MarkStyle(String css) {
    this.css = css;
  }

  static MarkStyle of(Mark.Kind kind) {
    return switch (kind) {
      case OOM_KILL, AGENT_KILL -> KILL;
      case RECYCLE -> RECYCLE;
      case SHED, GROW -> RESIZE;
    };
  }

  String css() {
    return css;
  }

  /** Its outline around a point. */
  abstract String shape(double x, double y, double size);
}
