package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.KillCount;
import dev.plimsoll.core.decide.KillTotals;
import dev.plimsoll.core.decide.OomEpisodes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The OOM kills of each budget's pods: each counted once, though agent and pod status both tell of
 * it for long, and though agents, pods and the operator itself come and go.
 */
public final class KillLedger {
  private final Map<String, KillBook> books = new ConcurrentHashMap<>();

  /**
   * What was counted.
   *
   * @param totals since the budget was made
   * @param last when the latest was
   */
  public record Counted(KillTotals totals, Optional<Instant> last) {
    public static final Counted NOTHING = new Counted(KillTotals.NONE, Optional.empty());
  }

  /**
   * Writes down what a budget's pods and their agents tell.
   *
   * @param budget its UID
   * @param before what the budget's status says was counted, for the first look after a start
   * @return what is counted now
   */
  public Counted note(String budget, Counted before, KillEvidence evidence, Instant now) {
    return books.computeIfAbsent(budget, _ -> new KillBook(before, now)).note(evidence, now);
  }

  /** The episodes of a budget's pods in the last day, gone pods included. */
  public OomEpisodes episodes(String budget) {
    return from(budget, KillBook::episodes, OomEpisodes.NONE);
  }

  /** The episodes of all pods in the last hour. */
  public int of(String budget) {
    return count(budget, _ -> true).kills();
  }

  /** The episodes of one revision's pods. */
  public KillCount of(String budget, String revision) {
    return count(budget, revision::equals);
  }

  /** The episodes of all other revisions' pods. */
  public KillCount besides(String budget, String revision) {
    return count(budget, Predicate.not(revision::equals));
  }

  private KillCount count(String budget, Predicate<String> revisions) {
    return from(budget, book -> book.count(revisions), new KillCount(0, Duration.ZERO));
  }

  private <T> T from(String budget, Function<KillBook, T> question, T otherwise) {
    return Optional.ofNullable(books.get(budget)).map(question).orElse(otherwise);
  }

  /** Lets go of a budget that is gone. */
  public void forget(String budget) {
    books.remove(budget);
  }
}
