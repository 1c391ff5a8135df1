package dev.plimsoll.cli.load;

import java.time.Duration;
import java.util.List;

/**
 * What became of a load.
 *
 * @param offered requests that were sent
 * @param p50 time within which half of the completed requests were answered
 * @param p99 time within which 99 of 100 completed requests were answered
 */
public record LoadTally(
    int offered, int completed, int refused, int failed, int timedOut, Duration p50, Duration p99) {

  public static LoadTally of(List<Answer> answers) {
    List<Duration> latencies =
        answers.stream()
            .filter(answer -> answer.outcome() == Outcome.COMPLETED)
            .map(Answer::latency)
            .sorted()
            .toList();
    return new LoadTally(
        answers.size(),
        latencies.size(),
        count(answers, Outcome.REFUSED),
        count(answers, Outcome.FAILED),
        count(answers, Outcome.TIMED_OUT),
        quantile(latencies, 50),
        quantile(latencies, 99));
  }

  private static int count(List<Answer> answers, Outcome outcome) {
    return Math.toIntExact(answers.stream().filter(answer -> answer.outcome() == outcome).count());
  }

  /** Nearest rank; zero where there is none. */
  private static Duration quantile(List<Duration> sorted, int percent) {
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }
}
