package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order that a workload has its variables in. */
record EnvOrder(List<EnvKey> present) {

  static EnvOrder of(Workload workload) {
    List<EnvKey> present = new ArrayList<>();
    workload
        .containers()
        .forEach(
            container ->
                container
                    .getEnv()
                    .forEach(env -> present.add(new EnvKey(container.getName(), env.getName()))));
    return new EnvOrder(present);
  }

  /** The same variables: those that are there in their order, then the others as they come. */
  List<EnvKey> sorted(Collection<EnvKey> keys) {
    return keys.stream().sorted(Comparator.comparingInt(this::place)).toList();
  }

  private int place(EnvKey key) {
    int at = present.indexOf(key);
    return at < 0 ? Integer.MAX_VALUE : at;
  }
}
