package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.KillTotals.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the sources tell, in whatever order and however often: each kill counts once. */
class KillTotalsPropertiesTest {

  /** A start of a container whose kernel counter only ever rises. */
  private static final class Start {
    final String pod;
    final String container;
    long kills;

    Start(String pod, String container) {
      this.pod = pod;
      this.container = container;
    }
  }

  @Property(tries = 500)
  void everyKillCountsOnceUnderAnyInterleavingOfKillsSamplesAndRestarts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int pods) {
    Random random = new Random(seed);
    List<Start> running = new ArrayList<>();
    List<Start> ended = new ArrayList<>();
    for (int pod = 0; pod < pods; pod++) {
      running.add(new Start("pod" + pod, "c0"));
    }
    KillTotals totals = KillTotals.NONE;
    long kills = 0;
    for (int step = 0; step < 200; step++) {
      int index = random.nextInt(running.size());
      Start start = running.get(index);
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          start.kills++;
          kills++;
        }
        case 2 -> {
          // The container ends; every source that tells of its end tells all of it, and may again.
          totals = totals.with(start.pod, start.container, start.kills);
          ended.add(start);
          running.set(index, new Start(start.pod, "c" + step));
        }
        case 3 -> totals = totals.with(start.pod, start.container, start.kills);
        case 4 -> {
          // A stale sample of a start that may have ended: at most what was true once.
          Start stale = lastOf(ended, start.pod, start);
          totals = totals.with(stale.pod, stale.container, random.nextLong(stale.kills + 1));
        }
        // Another operator goes on from what the status holds.
        default -> totals = new KillTotals(totals.total(), List.copyOf(totals.seen()));
      }
    }
    for (Start start : running) {
      totals = totals.with(start.pod, start.container, start.kills);
    }

    assertThat(totals.total()).isEqualTo(kills);
  }

  private static Start lastOf(List<Start> ended, String pod, Start otherwise) {
    return ended.reversed().stream()
        .filter(start -> start.pod.equals(pod))
        .findFirst()
        .orElse(otherwise);
  }

  @Property
  void theOrderOfSourcesDoesNotMatter(@ForAll List<@IntRange(max = 50) Integer> told) {
    Map<String, Long> most = new HashMap<>();
    KillTotals forwards = KillTotals.NONE;
    KillTotals backwards = KillTotals.NONE;
    for (int i = 0; i < told.size(); i++) {
      String container = "c" + i % 3;
      most.merge(container, (long) told.get(i), Math::max);
      forwards = forwards.with("a", container, told.get(i));
      int last = told.size() - 1 - i;
      backwards = backwards.with("a", "c" + last % 3, told.get(last));
    }

    long total = most.values().stream().mapToLong(Long::longValue).sum();
    assertThat(forwards.total()).isEqualTo(total);
    assertThat(backwards.total()).isEqualTo(total);
  }

  @Property
  void whatIsKeptIsBoundedAndTheTotalNeverShrinks(@ForAll long seed) {
    Random random = new Random(seed);
    KillTotals totals = KillTotals.NONE;
    for (int step = 0; step < 1000; step++) {
      long before = totals.total();
      totals =
          random.nextInt(50) == 0
              ? totals.keeping(Set.of("pod" + random.nextInt(100)))
              : totals.with("pod" + random.nextInt(100), "c" + step, random.nextInt(3));
      assertThat(totals.total()).isGreaterThanOrEqualTo(before);
    }

    assertThat(totals.seen()).hasSizeLessThanOrEqualTo(KillTotals.MOST);
    for (int pod = 0; pod < 100; pod++) {
      String name = "pod" + pod;
      assertThat(totals.seen().stream().filter(each -> each.pod().equals(name)).count())
          .isLessThanOrEqualTo(KillTotals.MOST_OF_A_POD);
    }
  }

  @Example
  void aPodThatIsGoneKeepsItsPartOfTheTotal() {
    KillTotals totals = KillTotals.NONE.with("a", "c1", 2).with("b", "c2", 1);

    assertThat(totals.keeping(Set.of("b")))
        .isEqualTo(new KillTotals(3, List.of(new Seen("b", "c2", 1))));
  }
}
