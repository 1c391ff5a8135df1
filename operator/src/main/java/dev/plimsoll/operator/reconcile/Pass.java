package dev.plimsoll.operator.reconcile;

import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pass has to report.
 *
 * @param deeds what was done, newest first
 * @param refusals what others did not let us do
 * @param again when to look again though nothing happens
 */
record Pass(Account account, List<Deed> deeds, List<Notice> refusals, Optional<Instant> again) {

  static Pass of(Account account) {
    return new Pass(account, List.of(), List.of(), Optional.empty());
  }

  /** The same with something done before. */
  Pass with(Optional<Deed> deed) {
    return new Pass(
        account, Stream.concat(deeds.stream(), deed.stream()).toList(), refusals, again);
  }
}
