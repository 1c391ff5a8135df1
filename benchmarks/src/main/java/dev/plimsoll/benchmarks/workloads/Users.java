package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.cli.load.Answer;
import dev.plimsoll.cli.load.Arrival;
import dev.plimsoll.cli.load.OpenLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few users who send the requests of a schedule in turn, each when it is due and its user has the
 * answer to the one before: a server that falls behind gets fewer. Nothing is sent after the end.
 *
 * @param count how many there are
 * @param patience how long a request waits for its answer
 */
record Users(InetSocketAddress server, int count, Duration patience) {

  List<Answer> send(List<Arrival> schedule, Duration length) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Answer>>> all = new ArrayList<>();
      for (int user = 0; user < count; user++) {
        all.add(users.submit(() -> one(schedule, next, begin, begin + length.toNanos())));
      }
      for (Future<List<Answer>> user : all) {
        answers.addAll(user.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a user ended early", e.getCause());
    }
    return answers;
  }

  private List<Answer> one(List<Arrival> schedule, AtomicInteger next, long begin, long end)
      throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    OpenLoop loop = new OpenLoop(server, patience);
    for (int turn = next.getAndIncrement();
        turn < schedule.size() && System.nanoTime() < end;
        turn = next.getAndIncrement()) {
      Arrival arrival = schedule.get(turn);
      for (long left = begin + arrival.at().toNanos() - System.nanoTime();
          left > 0;
          left = begin + arrival.at().toNanos() - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      Arrival now = new Arrival(arrival.number(), Duration.ZERO, arrival.draw());
      answers.addAll(loop.run(List.of(now), _ -> {}));
    }
    return answers;
  }
}
