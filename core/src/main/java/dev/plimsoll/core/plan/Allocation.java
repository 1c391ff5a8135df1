package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The integer program behind a plan: spread a budget of bytes over the units of knobs.
 *
 * @param groups every knob once
 * @param size how many knobs there are
 * @param budget the bytes for all units; not less than the fewest of them cost
 * @param totalWeight the weights of all knobs together
 */
record Allocation(List<Group> groups, int size, long budget, long totalWeight) {

  static Allocation of(PlanRequest request) {
    List<Knob> knobs = request.knobs();
    long budget =
        request.spendable().minusOrZero(request.base()).min(LimitAdvice.BOUNDLESS).count();
    List<Group> groups = new ArrayList<>();
    for (int index = 0; index < knobs.size(); index++) {
      Knob knob = knobs.get(index);
      if (knob.per().isEmpty()) {
        groups.add(
            new Group(
                Item.of(index, knob, request, budget), childrenOf(knob.name(), request, budget)));
      }
    }
    long totalWeight = knobs.stream().mapToLong(Knob::weight).sum();
    return new Allocation(List.copyOf(groups), knobs.size(), budget, totalWeight);
  }

  private static List<Item> childrenOf(String parent, PlanRequest request, long budget) {
    List<Item> children = new ArrayList<>();
    for (int index = 0; index < request.knobs().size(); index++) {
      Knob knob = request.knobs().get(index);
      if (knob.per().filter(parent::equals).isPresent()) {
        children.add(Item.of(index, knob, request, budget));
      }
    }
    return List.copyOf(children);
  }
}
