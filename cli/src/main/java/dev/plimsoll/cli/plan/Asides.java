package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.document.RoundedUp;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.spec.NotYetActive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth knowing beside a plan, one sentence each. */
final class Asides {

  private Asides() {}

  static List<String> of(PlanAnswer answer) {
    return Stream.of(limits(answer), unknownCpus(answer), idleArguments(answer), inactive(answer))
        .flatMap(asides -> asides)
        .toList();
  }

  private static Stream<String> limits(PlanAnswer answer) {
    return switch (answer.outcome()) {
      case Infeasible _ -> Stream.empty();
      case Plan _ ->
          Stream.of(
              "The smallest setting fits from %s; %s"
                  .formatted(
                      RoundedUp.of(answer.advice().forMinimum()),
                      answer
                          .advice()
                          .forFull()
                          .map(full -> "more than " + RoundedUp.of(full) + " brings nothing.")
                          .orElse("more memory always brings more.")));
    };
  }

  private static Stream<String> unknownCpus(PlanAnswer answer) {
    String unbounded =
        answer.request().knobs().stream()
            .filter(knob -> knob.cpu().isPresent())
            .map(Knob::name)
            .collect(Collectors.joining(", "));
    return answer.request().cpus().isPresent() || unbounded.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "No bound by CPUs on %s, for their number is not known here: give --cpus."
                .formatted(unbounded));
  }

  private static Stream<String> idleArguments(PlanAnswer answer) {
    Map<String, String> arguments = arguments(answer);
    RuntimeProfile profile =
        RuntimeProfiles.named(answer.input().budget().runtime().type()).orElseThrow();
    return arguments.keySet().stream()
        .flatMap(
            name ->
                profile.whyIdle(name, arguments).stream()
                    .map(why -> "%s does nothing here: %s.".formatted(name, why)));
  }

  private static Map<String, String> arguments(PlanAnswer answer) {
    Map<String, String> arguments =
        new LinkedHashMap<>(answer.input().budget().runtime().arguments());
    if (answer.outcome() instanceof Plan plan) {
      for (Knob knob : answer.request().knobs()) {
        if (knob.placement() instanceof Placement.Argument argument) {
          arguments.put(argument.flag(), plan.values().get(knob.name()).toString());
        }
      }
    }
    return arguments;
  }

  private static Stream<String> inactive(PlanAnswer answer) {
    return answer.input().notes().stream().map(NotYetActive::line);
  }
}
