package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a budget would come to at the usual sizes of containers.
 *
 * @param rows by rising limit
 */
public record CapacityTable(List<Row> rows) {
  private static final List<Bytes> LIMITS =
      Stream.of(512, 1024, 2048, 4096).map(Bytes::ofMebi).toList();

  /**
   * One size.
   *
   * @param limit the container's memory limit
   * @param outcome the best plan there
   * @param users the concurrent users that fit beside the smallest setting, up to the soft line;
   *     empty where no cost of a user is known
   */
  public record Row(Bytes limit, PlanOutcome outcome, OptionalLong users) {}

  /**
   * The table for 512Mi, 1Gi, 2Gi and 4Gi.
   *
   * @param request whose own limit does not matter
   * @param perUser what one concurrent user holds
   * @throws IllegalArgumentException as {@link Planner#plan}
   */
  public static CapacityTable of(PlanRequest request, Optional<Bytes> perUser) {
    Bytes minimum = Setting.smallest(request).total();
    return new CapacityTable(
        LIMITS.stream()
            .map(
                limit ->
                    new Row(
                        limit,
                        Planner.plan(request.withLimit(limit)),
                        users(limit.percent(request.softPercent()), minimum, perUser)))
            .toList());
  }

  private static OptionalLong users(Bytes softLine, Bytes minimum, Optional<Bytes> perUser) {
    return perUser
        .filter(cost -> cost.isMoreThan(Bytes.ZERO))
        .map(cost -> OptionalLong.of(softLine.minusOrZero(minimum).count() / cost.count()))
        .orElse(OptionalLong.empty());
  }
}
