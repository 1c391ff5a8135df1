package dev.plimsoll.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoissonArrivalsTest {
  private static final Duration LENGTH = Duration.ofSeconds(60);

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(arrivals(7)).isEqualTo(arrivals(7)).isNotEqualTo(arrivals(8));
  }

  @Test
  void areNumberedInOrderAndEndInTime() {
    List<Arrival> arrivals = arrivals(1);

    assertThat(arrivals).isSortedAccordingTo(Comparator.comparing(Arrival::at));
    assertThat(arrivals).extracting(Arrival::number).startsWith(0, 1, 2);
    assertThat(arrivals.getLast().at()).isLessThan(LENGTH);
  }

  /** Within three standard deviations of a Poisson count; draws are uniform. */
  @Test
  void haveTheRateThatWasAskedFor() {
    List<Arrival> arrivals = arrivals(1);

    assertThat((double) arrivals.size()).isCloseTo(6000, within(3 * Math.sqrt(6000)));
    assertThat(arrivals.stream().filter(arrival -> arrival.draw() < 0.1).count())
        .isBetween(500L, 700L);
  }

  private static List<Arrival> arrivals(long seed) {
    return new PoissonArrivals(seed, 100, LENGTH).list();
  }
}
