package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients that ask, wait for the answer and ask again: most of them for something that takes a
 * second, so that every worker holds requests at any time.
 */
final class Load implements AutoCloseable {
  private static final int LONG_CLIENTS = 6;
  private static final String LONG = "/sleep?seconds=1";
  private static final String SHORT = "/sleep?seconds=0.1";

  private final Requests requests;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();

  /** An answer, and when its request was made and answered. */
  private record Answer(long pid, long askedAt, long at) {}

  /** What came of all requests. */
  record Result(int answered, List<IOException> failures) {
    int total() {
      return answered + failures.size();
    }
  }

  private Load(Requests requests) {
    this.requests = requests;
  }

  static Load start(Requests requests) {
    Load load = new Load(requests);
    for (int client = 0; client < LONG_CLIENTS; client++) {
      load.begin(LONG);
    }
    load.begin(SHORT);
    return load;
  }

  private void begin(String path) {
    clients.add(Thread.ofVirtual().start(() -> askAgainAndAgain(path)));
  }

  private void askAgainAndAgain(String path) {
    while (!stopped.get()) {
      long askedAt = System.nanoTime();
      try {
        long pid = requests.answeredBy(path);
        answers.add(new Answer(pid, askedAt, System.nanoTime()));
      } catch (IOException e) {
        failures.add(e);
      }
    }
  }

  int answered() {
    return answers.size();
  }

  boolean hasAnswered(long pid) {
    return answers.stream().anyMatch(answer -> answer.pid() == pid);
  }

  /** How many requests this process answered that were made before an instant and not yet then. */
  long heldAt(long instant, long pid) {
    return answers.stream()
        .filter(answer -> answer.pid() == pid)
        .filter(answer -> answer.askedAt() < instant && answer.at() > instant)
        .count();
  }

  /** The process that answered last. */
  long lastAnswerBy() {
    return answers.stream()
        .max(Comparator.comparingLong(Answer::at))
        .map(Answer::pid)
        .orElseThrow(() -> new IllegalStateException("nothing has been answered yet"));
  }

  /** Makes no further requests and waits for the answers to those made. */
  Result stop() throws InterruptedException {
    close();
    for (Thread client : clients) {
      client.join(Duration.ofMinutes(1));
    }
    return new Result(answers.size(), List.copyOf(failures));
  }

  @Override
  public void close() {
    stopped.set(true);
  }
}
