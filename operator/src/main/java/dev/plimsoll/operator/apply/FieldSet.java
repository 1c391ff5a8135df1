package dev.plimsoll.operator.apply;

import io.fabric8.kubernetes.api.model.FieldsV1;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields that one manager owns: the tree of {@code fieldsV1}. A node without children is a
 * field that is owned whole; a child {@code .} says that an item of a list is owned beside some of
 * its fields.
 */
record FieldSet(SortedMap<String, FieldSet> children) {
  static final FieldSet NONE = new FieldSet(Collections.emptySortedMap());
  private static final String ITSELF = ".";

  FieldSet {
    children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
  }

  static FieldSet of(FieldsV1 fields) {
    return fields == null ? NONE : of(fields.getAdditionalProperties());
  }

  private static FieldSet of(Map<?, ?> tree) {
    SortedMap<String, FieldSet> children = new TreeMap<>();
    tree.forEach(
        (key, below) ->
            children.put(key.toString(), below instanceof Map<?, ?> map ? of(map) : NONE));
    return new FieldSet(children);
  }

  boolean isEmpty() {
    return children.isEmpty();
  }

  /** Whether the field, or anything below it, is in the set. */
  boolean contains(FieldPath path) {
    return at(path.keys()).isPresent();
  }

  /** What the set holds below a field; empty where it holds nothing there. */
  FieldSet below(FieldPath path) {
    return at(path.keys()).orElse(NONE);
  }

  private Optional<FieldSet> at(List<String> keys) {
    if (keys.isEmpty()) {
      return Optional.of(this);
    }
    return Optional.ofNullable(children.get(keys.getFirst()))
        .flatMap(child -> child.at(rest(keys)));
  }

  /** The set with this field too. */
  FieldSet with(FieldPath path) {
    return with(path.keys());
  }

  private FieldSet with(List<String> keys) {
    if (keys.isEmpty()) {
      return this;
    }
    String key = keys.getFirst();
    List<String> rest = rest(keys);
    FieldSet child = children.get(key);
    if (child == null) {
      return with(key, NONE.with(rest));
    }
    boolean wasOwnedWhole = child.isEmpty() && !rest.isEmpty();
    return with(key, (wasOwnedWhole ? child.with(ITSELF, NONE) : child).with(rest));
  }

  private FieldSet with(String key, FieldSet child) {
    SortedMap<String, FieldSet> more = new TreeMap<>(children);
    more.put(key, child);
    return new FieldSet(more);
  }

  /** The set without this field, anything below it, and parents that only led there. */
  FieldSet without(FieldPath path) {
    return without(path.keys());
  }

  private FieldSet without(List<String> keys) {
    FieldSet child = children.get(keys.getFirst());
    if (child == null) {
      return this;
    }
    List<String> rest = rest(keys);
    FieldSet less = rest.isEmpty() ? NONE : child.without(rest);
    boolean isUntouchedLeaf = !rest.isEmpty() && child.isEmpty();
    SortedMap<String, FieldSet> fewer = new TreeMap<>(children);
    if (less.isEmpty() && !isUntouchedLeaf) {
      fewer.remove(keys.getFirst());
    } else {
      fewer.put(keys.getFirst(), less);
    }
    return new FieldSet(fewer);
  }

  /** The tree as the API writes it. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    children.forEach((key, child) -> tree.put(key, child.toTree()));
    return tree;
  }

  private static List<String> rest(List<String> keys) {
    return keys.subList(1, keys.size());
  }
}
