package dev.plimsoll.core.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * The median of the slopes between all pairs of points: a third of them may be outliers without
 * moving it far (Theil 1950, Sen 1968).
 */
final class TheilSen {
  private TheilSen() {}

  /**
   * @param points two or more, in order of time
   * @return bytes per second
   */
  static double slope(List<Point> points) {
    int count = points.size();
    double[] slopes = new double[count * (count - 1) / 2];
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        slopes[next++] = points.get(i).slopeTo(points.get(j));
      }
    }
    Arrays.sort(slopes);
    int middle = slopes.length / 2;
    return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  }
}
