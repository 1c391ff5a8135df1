package dev.plimsoll.operator.apply;

import java.util.ArrayList;
import java.util.List;

/** Finds what a set of fields says of containers. */
final class ContainerPaths {
  private ContainerPaths() {}

  /** The variables of which the set holds any part. */
  static List<EnvKey> variablesIn(FieldSet fields) {
    List<EnvKey> variables = new ArrayList<>();
    for (String container : names(fields, FieldPath.containers())) {
      for (String variable : names(fields, FieldPath.environment(container))) {
        variables.add(new EnvKey(container, variable));
      }
    }
    return variables;
  }

  /** Containers that the set holds as such, not only something of their environment. */
  static List<FieldPath> namesIn(FieldSet fields) {
    return names(fields, FieldPath.containers()).stream()
        .flatMap(name -> FieldPath.containerItself(name).stream())
        .filter(fields::contains)
        .toList();
  }

  private static List<String> names(FieldSet fields, FieldPath list) {
    return fields.below(list).children().keySet().stream()
        .flatMap(key -> ItemKey.nameIn(key).stream())
        .toList();
  }
}
