package dev.plimsoll.cli.demo.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plimsoll.core.model.Bytes;
import java.util.List;

/**
 * One of the two runs.
 *
 * @param oomKills by the kernel, counted by the cgroup from the server's start to its end
 * @param points memory in the order of time
 * @param marks what happened, in the order of time
 */
public record Side(
    String title, long oomKills, Requests requests, List<MemoryPoint> points, List<Mark> marks) {
  public Side {
    points = List.copyOf(points);
    marks = List.copyOf(marks);
  }

  /** How often something happened. */
  public long count(Mark.Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).count();
  }

  /** The most memory seen. */
  @JsonIgnore
  public Bytes peak() {
    return new Bytes(points.stream().mapToLong(MemoryPoint::bytes).max().orElse(0));
  }
}
