package dev.plimsoll.cli.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends every request when it is due, whatever became of those before it: a server that falls
 * behind is not spared.
 *
 * @param patience how long one request waits for its answer
 */
public record OpenLoop(InetSocketAddress server, Duration patience) {

  /**
   * Sends them all and waits for the last answer. The target of a request is {@code
   * /?n=NUMBER&draw=DRAW}.
   *
   * @param seen gets each answer as it comes, on threads of its own
   * @return the answers in the order of the arrivals
   * @throws InterruptedException where the caller is interrupted; nothing more is sent then
   */
  public List<Answer> run(List<Arrival> arrivals, Consumer<Answer> seen)
      throws InterruptedException {
    OneRequest request = new OneRequest(server, patience);
    long begin = System.nanoTime();
    List<Future<Answer>> pending = new ArrayList<>(arrivals.size());
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Arrival arrival : arrivals) {
        awaitUntil(begin + arrival.at().toNanos());
        pending.add(users.submit(() -> send(request, arrival, begin, seen)));
      }
      return results(pending);
    }
  }

  private static Answer send(
      OneRequest request, Arrival arrival, long begin, Consumer<Answer> seen) {
    Outcome outcome =
        request.send(
            String.format(Locale.ROOT, "/?n=%d&draw=%.6f", arrival.number(), arrival.draw()));
    Answer answer =
        new Answer(
            arrival, outcome, Duration.ofNanos(System.nanoTime() - begin - arrival.at().toNanos()));
    seen.accept(answer);
    return answer;
  }

  private static void awaitUntil(long due) throws InterruptedException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while sending requests");
      }
    }
  }

  private static List<Answer> results(List<Future<Answer>> pending) throws InterruptedException {
    List<Answer> answers = new ArrayList<>(pending.size());
    for (Future<Answer> one : pending) {
      try {
        answers.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a request ended without an outcome", e.getCause());
      }
    }
    return List.copyOf(answers);
  }
}
