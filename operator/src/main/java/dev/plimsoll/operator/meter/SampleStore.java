package dev.plimsoll.operator.meter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest samples of every budget's pods. Safe for use by several threads. */
public final class SampleStore {
  private final Map<String, Followed> byUid = new ConcurrentHashMap<>();

  /**
   * Has a budget's pods metered from now on, in place of those before.
   *
   * @return what is known of them already
   */
  public Metering follow(Subject subject) {
    Followed followed = byUid.computeIfAbsent(subject.uid(), _ -> new Followed(subject));
    followed.follow(subject);
    return followed.metering();
  }

  /** What is known of a budget's pods. */
  public Metering of(String budgetUid) {
    return Optional.ofNullable(byUid.get(budgetUid))
        .map(Followed::metering)
        .orElse(Metering.PENDING);
  }

  /** Has nobody asked for a budget whose pods are not known for now; what was counted stays. */
  public void rest(String budgetUid) {
    Optional.ofNullable(byUid.get(budgetUid)).ifPresent(Followed::rest);
  }

  /** Lets go of a budget that is gone. */
  public void forget(String budgetUid) {
    byUid.remove(budgetUid);
  }

  /** Every budget that is metered, as of now. */
  Collection<Followed> all() {
    return List.copyOf(byUid.values());
  }
}
