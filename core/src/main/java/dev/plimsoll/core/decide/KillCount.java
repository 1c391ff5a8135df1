package dev.plimsoll.core.decide;

import java.time.Duration;

/**
 * OOM kills seen over some time of running pods.
 *
 * @param kills episodes
 * @param podTime the running time of all pods together in which they were counted
 */
public record KillCount(int kills, Duration podTime) {

  /**
   * Whether this many kills are more than {@code before} explains. Both counts are taken as
   * Poisson; given their sum, the later one is binomial with its share of the time (the conditional
   * test of Przyborowski and Wilenski, 1940). More means a chance below 5 % under equal rates, and
   * at least two kills, so that one kill alone never decides.
   */
  boolean isMoreThan(KillCount before) {
    if (kills < 2 || podTime.isZero()) {
      return false;
    }
    double share = podTime.toMillis() / (double) podTime.plus(before.podTime).toMillis();
    return chanceOfAtLeast(kills, kills + before.kills, share) < 0.05;
  }

  private static double chanceOfAtLeast(int successes, int trials, double share) {
    double chance = 0;
    for (int k = successes; k <= trials; k++) {
      chance +=
          Math.exp(logChoose(trials, k) + k * Math.log(share) + logPower(1 - share, trials - k));
    }
    return chance;
  }

  /** Zero to the power of zero is one. */
  private static double logPower(double base, int exponent) {
    return exponent == 0 ? 0 : exponent * Math.log(base);
  }

  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= k; i++) {
      sum += Math.log(n - k + i) - Math.log(i);
    }
    return sum;
  }
}
