package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.apply.DesiredSettings.PodLabel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesiredSettingsTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final AppliedSettings LAST = applied("web", Map.of("V", "2"));

  @Test
  void theHashIsOfTheValuesInWhateverOrder() {
    Map<String, String> other = new LinkedHashMap<>();
    other.put("B", "2");
    other.put("A", "1");
    Map<String, String> one = new LinkedHashMap<>();
    one.put("A", "1");
    one.put("B", "2");

    assertThat(settings("web", one).hash(Optional.empty()))
        .isEqualTo(settings("web", other).hash(Optional.empty()));
    assertThat(settings("web", one).hash(Optional.empty()))
        .isNotEqualTo(settings("log", one).hash(Optional.empty()))
        .isNotEqualTo(settings("web", Map.of("A", "1")).hash(Optional.empty()))
        .hasSize(16);
  }

  @Test
  void undoingGoesBackToWhatWasBefore() {
    DesiredSettings undo = undoing(Optional.of(applied("web", Map.of("V", "1", "W", "1"))));

    assertThat(undo.values()).isEqualTo(Map.of("V", "1", "W", "1"));
  }

  @Test
  void undoingTheFirstChangeGivesEverythingBack() {
    assertThat(undoing(Optional.empty()).values()).isEmpty();
    assertThat(undoing(Optional.of(applied("other", Map.of("V", "1")))).values()).isEmpty();
  }

  @Test
  void aLongBudgetNameMakesAValidLabel() {
    String name = "a".repeat(60) + ".b";

    assertThat(BudgetLabel.valueFor(name)).isEqualTo(name);
    assertThat(BudgetLabel.valueFor(name + "cd"))
        .hasSize(63)
        .matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?")
        .isNotEqualTo(BudgetLabel.valueFor(name + "ce"));
  }

  private static DesiredSettings undoing(Optional<AppliedSettings> previous) {
    Bookkeeping bookkeeping = new Bookkeeping(Optional.of(LAST), previous, Map.of(), Notes.NONE);
    return DesiredSettings.undoing(LAST, bookkeeping, "Undo", TIME, Notes.NONE);
  }

  private static AppliedSettings applied(String container, Map<String, String> values) {
    return new AppliedSettings(
        "budget", container, "hash", "Plan", TIME, values, Map.of(), Optional.empty());
  }

  private static DesiredSettings settings(String container, Map<String, String> values) {
    return new DesiredSettings(
        "budget",
        container,
        values,
        Map.of(),
        PodLabel.WHILE_HELD,
        new AgentPlacement.Absent(),
        "Plan",
        TIME,
        Notes.NONE);
  }
}
