package dev.plimsoll.cli.run;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentLine;
import dev.plimsoll.core.runtime.ArgumentWords;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of a budget that the user has set already. {@code conflicts: Respect} leaves them, and
 * the plan is made around them; otherwise the plan's values take their place, since no applier is
 * here that would set them back. An empty variable counts as not set: servers refuse it.
 *
 * @param environment of this process
 */
record UsersValues(Budget budget, Map<String, String> environment) {

  /** The same request, with the user's values fixed where they stay. */
  PlanRequest aroundThem(PlanRequest request) {
    return new PlanRequest(
        request.knobs(),
        request.base(),
        request.reserve(),
        request.softPercent(),
        request.limit(),
        request.cpus(),
        request.maxReplicas(),
        fixed(),
        request.applied());
  }

  /** Values that the plan has to keep, by knob. */
  Map<String, Integer> fixed() {
    Map<String, Integer> fixed = new LinkedHashMap<>();
    if (respects()) {
      for (Knob knob : budget.knobs()) {
        valueOf(knob).ifPresent(value -> fixed.put(knob.name(), value));
      }
    }
    return fixed;
  }

  /**
   * What is set for the command, and what is to be said about it.
   *
   * @param variables without those that stay as they are
   * @param remarks one line for each variable that the user had set to something else
   */
  record Settled(Map<String, String> variables, List<String> remarks) {}

  /** The plan's values and the user's, put together. */
  Settled settle(Plan plan) {
    DesiredEnvironment desired = DesiredEnvironment.of(budget, plan);
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    desired
        .variables()
        .forEach((name, value) -> settle(name, value, Optional.empty(), variables, remarks));
    for (ArgumentWords words : desired.lines()) {
      settle(words.variable(), merged(words), Optional.of(words), variables, remarks);
    }
    return new Settled(variables, remarks);
  }

  private void settle(
      String name,
      String value,
      Optional<ArgumentWords> line,
      Map<String, String> variables,
      List<String> remarks) {
    Optional<String> present = present(name);
    if (present.isPresent() && line.isEmpty() && respects()) {
      remarks.add(
          "%s=%s is yours and stays, as conflicts: Respect says; the plan is made around it"
              .formatted(name, present.get()));
      return;
    }
    if (present.equals(Optional.of(value))) {
      return;
    }
    variables.put(name, value);
    present.ifPresent(
        was ->
            remarks.add(
                "%s was %s and is %s now; with conflicts: Respect in the budget it stays as you set it"
                    .formatted(name, was, value)));
  }

  /** The user's line with the flags that may be written; as it is where the server refuses it. */
  private String merged(ArgumentWords words) {
    String present = present(words.variable()).orElse("");
    try {
      Map<String, String> ours = new LinkedHashMap<>(words.flags());
      if (respects()) {
        ours.keySet().removeAll(ArgumentLine.read(words.home(), present).flags().keySet());
      }
      return new ArgumentWords(words.home(), ours).mergedInto(present);
    } catch (MalformedLineException e) {
      return present;
    }
  }

  private Optional<Integer> valueOf(Knob knob) {
    return switch (knob.placement()) {
      case Placement.Variable(String variable, String template) ->
          present(variable).flatMap(text -> number(template, text));
      case Placement.Argument(String flag) ->
          argument(flag).flatMap(text -> number("{value}", text));
    };
  }

  private Optional<String> argument(String flag) {
    return switch (RuntimeProfiles.named(budget.runtime().type()).orElseThrow().arguments()) {
      case ArgumentHome.OneLine home ->
          present(home.variable()).flatMap(line -> flagIn(home, line, flag));
      case ArgumentHome.VariablePerFlag home -> present(home.variable(flag));
      case ArgumentHome.Nowhere _ -> Optional.empty();
    };
  }

  private static Optional<String> flagIn(ArgumentHome.OneLine home, String line, String flag) {
    try {
      return ArgumentLine.read(home, line).value(flag);
    } catch (MalformedLineException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String template, String text) {
    int at = template.indexOf("{value}");
    String before = template.substring(0, at);
    String after = template.substring(at + "{value}".length());
    return Optional.of(text.strip())
        .filter(
            stripped ->
                stripped.length() > before.length() + after.length()
                    && stripped.startsWith(before)
                    && stripped.endsWith(after))
        .map(stripped -> stripped.substring(before.length(), stripped.length() - after.length()))
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }

  private Optional<String> present(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty());
  }

  private boolean respects() {
    return budget.conflicts() == ConflictPolicy.RESPECT;
  }
}
