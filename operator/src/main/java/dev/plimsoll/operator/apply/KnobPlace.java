package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentLine;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a knob's value stands in the environment, for reading what a user has set there. */
sealed interface KnobPlace {

  /** The variable that holds it. */
  String variable();

  /** The knob's value in the variable's text; empty where it does not say one. */
  OptionalInt read(String text);

  /** The value is all of a variable. */
  record Whole(String variable, ValuePattern pattern) implements KnobPlace {
    @Override
    public OptionalInt read(String text) {
      return pattern.read(text);
    }
  }

  /** The value is one flag among others. */
  record InLine(ArgumentHome.OneLine home, String flag, ValuePattern pattern) implements KnobPlace {
    @Override
    public String variable() {
      return home.variable();
    }

    @Override
    public OptionalInt read(String text) {
      try {
        return ArgumentLine.read(home, text)
            .value(flag)
            .map(pattern::read)
            .orElse(OptionalInt.empty());
      } catch (MalformedLineException e) {
        return OptionalInt.empty();
      }
    }
  }

  /**
   * The place of a knob.
   *
   * @throws IllegalArgumentException where the runtime takes no arguments from the environment;
   *     {@code BudgetRules} refuses such budgets
   */
  static KnobPlace of(Knob knob, Budget budget) {
    ValuePattern pattern = ValuePattern.around(ValuePattern.marked(knob.placement())).orElseThrow();
    return switch (knob.placement()) {
      case Placement.Variable place ->
          RuntimeProfiles.lineIn(place.variable())
              .flatMap(home -> flagIn(home, place))
              .orElseGet(() -> new Whole(place.variable(), pattern));
      case Placement.Argument argument ->
          switch (homeOfArguments(budget)) {
            case ArgumentHome.OneLine home -> new InLine(home, argument.flag(), pattern);
            case ArgumentHome.VariablePerFlag home ->
                new Whole(home.variable(argument.flag()), pattern);
            case ArgumentHome.Nowhere nowhere ->
                throw new IllegalArgumentException(argument.flag() + " " + nowhere.remedy());
          };
    };
  }

  /** Where the budget's runtime takes its arguments from. */
  static ArgumentHome homeOfArguments(Budget budget) {
    return RuntimeProfiles.named(budget.runtime().type()).orElseThrow().arguments();
  }

  private static Optional<KnobPlace> flagIn(ArgumentHome.OneLine home, Placement.Variable place) {
    Map<String, String> flags = ArgumentLine.read(home, ValuePattern.marked(place)).flags();
    return flags.entrySet().stream()
        .flatMap(
            flag ->
                ValuePattern.around(flag.getValue()).stream()
                    .<KnobPlace>map(pattern -> new InLine(home, flag.getKey(), pattern)))
        .findFirst();
  }
}
