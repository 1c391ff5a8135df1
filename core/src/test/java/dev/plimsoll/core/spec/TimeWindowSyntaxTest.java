package dev.plimsoll.core.spec;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.TimeWindow;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowSyntaxTest {

  @Test
  void readsDaysTimesAndZone() {
    TimeWindow window = read("Mon,Wed 08:00-18:30 Europe/Berlin");

    assertThat(window.days()).containsExactlyInAnyOrder(MONDAY, WEDNESDAY);
    assertThat(window.from()).isEqualTo(LocalTime.of(8, 0));
    assertThat(window.to()).isEqualTo(LocalTime.of(18, 30));
    assertThat(window.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aSpanOfDaysMayPassTheEndOfTheWeek() {
    assertThat(read("Fri-Mon 22:00-06:00 UTC").days())
        .containsExactlyInAnyOrder(FRIDAY, SATURDAY, SUNDAY, MONDAY);
  }

  @Test
  void aDayAndASpanMayStandBesideEachOther() {
    assertThat(read("Mon,Sat-Sun 00:00-24:00 UTC").days())
        .containsExactlyInAnyOrder(MONDAY, SATURDAY, SUNDAY);
  }

  @ParameterizedTest
  @CsvSource({
    "Sat 00:00-24:00 UTC, 2026-01-03T00:00Z, true",
    "Sat 00:00-24:00 UTC, 2026-01-03T23:59:59Z, true",
    "Sat 00:00-24:00 UTC, 2026-01-04T00:00Z, false",
    "Sat 20:00-24:00 UTC, 2026-01-03T23:00Z, true",
    "Sat 20:00-24:00 UTC, 2026-01-03T19:00Z, false",
    "Sat 20:00-24:00 UTC, 2026-01-04T00:30Z, false",
    "Sat 22:00-06:00 UTC, 2026-01-04T05:00Z, true",
    "Sat 22:00-06:00 UTC, 2026-01-03T05:00Z, false"
  })
  void aWindowIsOpenInsideOnly(String text, String at, boolean open) {
    assertThat(read(text).isOpenAt(ZonedDateTime.parse(at).toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "Mon-Fri 08:00-18:00, NOT_A_WINDOW",
    "Monday 08:00-18:00 UTC, NOT_A_WINDOW",
    "mon 08:00-18:00 UTC, NOT_A_WINDOW",
    "Mon 8:00-18:00 UTC, NOT_A_WINDOW",
    "Mon 08:00-25:00 UTC, NOT_A_WINDOW",
    "Mon 24:00-08:00 UTC, NOT_A_WINDOW",
    "Mon  08:00-18:00 UTC, NOT_A_WINDOW",
    "Mon-Fri 08:00-18:00 Europe/Berln, UNKNOWN_ZONE",
    "Mon-Fri 08:00-18:00 UTC+2, UNKNOWN_ZONE",
    "Mon-Fri 08:00-08:00 UTC, EMPTY_WINDOW"
  })
  void refusesTheRestAndSaysWhy(String text, Rule rule) {
    assertThat(TimeWindowSyntax.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class,
            malformed -> {
              assertThat(malformed.problem()).startsWith(rule.problem());
              assertThat(malformed.remedy()).isEqualTo(rule.remedy());
            });
  }

  private static TimeWindow read(String text) {
    return TimeWindowSyntax.parse(text).toOptional().orElseThrow();
  }
}
