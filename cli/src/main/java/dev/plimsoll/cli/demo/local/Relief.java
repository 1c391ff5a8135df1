package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.record.Mark;
import java.util.List;

/** What a guard has done to a server so far. */
@FunctionalInterface
interface Relief {

  /** Nobody guards it. */
  Relief NONE = _ -> List.of();

  /** Everything so far, in the order of time. */
  List<Mark> marks(StopWatch time);
}
