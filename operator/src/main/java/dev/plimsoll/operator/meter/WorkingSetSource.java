package dev.plimsoll.operator.meter;

import dev.plimsoll.core.model.Bytes;
import java.util.Map;

/** Where working sets come from. */
interface WorkingSetSource {

  /**
   * The working set of the budget's container in each of its pods, by the pod's name.
   *
   * @throws RefusedException where there is no answer
   */
  Map<String, Bytes> of(Subject subject) throws RefusedException;
}
