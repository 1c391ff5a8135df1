package dev.plimsoll.operator.apply;

import java.util.ArrayList;
import java.util.List;

/**
 * Names one field of an object the way {@code metadata.managedFields} does.
 *
 * @param keys from the root: {@code f:name} for a field, {@code k:{"name":"web"}} for the item of a
 *     list with that key, {@code .} for the item itself
 */
record FieldPath(List<String> keys) {
  private static final String ITSELF = ".";
  private static final FieldPath METADATA = new FieldPath(List.of("f:metadata"));
  private static final FieldPath TEMPLATE = new FieldPath(List.of("f:spec", "f:template"));
  private static final FieldPath POD = TEMPLATE.field("spec");
  private static final FieldPath CONTAINERS = POD.field("containers");

  FieldPath {
    keys = List.copyOf(keys);
  }

  /** All containers of the template. */
  static FieldPath containers() {
    return CONTAINERS;
  }

  /** That a container is there, and its name; without anything else of it. */
  static List<FieldPath> containerItself(String container) {
    FieldPath item = CONTAINERS.item(container);
    return List.of(item.plus(ITSELF), item.field("name"));
  }

  /** The environment of one container. */
  static FieldPath environment(String container) {
    return CONTAINERS.item(container).field("env");
  }

  /** One init container of the template, whole. */
  static FieldPath initContainer(String name) {
    return POD.field("initContainers").item(name);
  }

  /** One volume of the template, whole. */
  static FieldPath volume(String name) {
    return POD.field("volumes").item(name);
  }

  /** Whether the pods' processes share one namespace. */
  static FieldPath shareProcessNamespace() {
    return POD.field("shareProcessNamespace");
  }

  /** One variable, whole. */
  static FieldPath variable(EnvKey key) {
    return environment(key.container()).item(key.variable());
  }

  /** The literal value of one variable. */
  static FieldPath value(EnvKey key) {
    return variable(key).field("value");
  }

  /** An annotation of the workload itself. */
  static FieldPath annotation(String name) {
    return METADATA.field("annotations").field(name);
  }

  /** A label of the workload's pods. */
  static FieldPath podLabel(String name) {
    return TEMPLATE.field("metadata").field("labels").field(name);
  }

  private FieldPath field(String name) {
    return plus("f:" + name);
  }

  private FieldPath item(String name) {
    return plus(ItemKey.ofName(name));
  }

  private FieldPath plus(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new FieldPath(longer);
  }
}
