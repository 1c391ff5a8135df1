package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.apply.ManagedFields.Entry;
import dev.plimsoll.operator.observe.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes who is on record for which field, and no field: what server-side apply itself cannot do.
 *
 * @param owners as they are
 * @param fields the new fields of entries that change, by their place
 */
record RecordPatch(ManagedFields owners, Map<Integer, FieldSet> fields) {
  RecordPatch {
    fields = Map.copyOf(fields);
  }

  static RecordPatch of(Workload workload) {
    return new RecordPatch(ManagedFields.of(workload), Map.of());
  }

  /** Takes us off the record of a variable. */
  RecordPatch without(EnvKey key) {
    return owners
        .oursIn()
        .map(ours -> with(ours, current(ours).without(FieldPath.variable(key))))
        .orElse(this);
  }

  /**
   * Puts whoever had set a variable on the record of its value again, if they still name the
   * variable. The API server keeps no record of an empty value.
   */
  RecordPatch handingBack(EnvKey key, Original original) {
    if (original.value().filter(value -> !value.isEmpty()).isEmpty()) {
      return this;
    }
    return original
        .owner()
        .flatMap(owners::entryOf)
        .filter(entry -> current(entry).contains(FieldPath.variable(key)))
        .map(entry -> with(entry, current(entry).with(FieldPath.value(key))))
        .orElse(this);
  }

  /**
   * Takes us off the record of containers as such; their variables stay. A container on whose
   * record we are cannot be renamed by an applier, for we would keep the old one alive without an
   * image.
   */
  RecordPatch withoutContainers() {
    RecordPatch patch = this;
    for (Entry ours : owners.oursIn().stream().toList()) {
      for (FieldPath path : ContainerPaths.namesIn(ours.fields())) {
        patch = patch.with(ours, patch.current(ours).without(path));
      }
    }
    return patch;
  }

  /** Takes us off every record, those of earlier patches included. */
  RecordPatch withoutUs() {
    RecordPatch patch = this;
    for (Entry entry : owners.entries()) {
      if (entry.owner().isPlimsoll()) {
        patch = patch.with(entry, FieldSet.NONE);
      }
    }
    return patch;
  }

  private FieldSet current(Entry entry) {
    return fields.getOrDefault(entry.position(), entry.fields());
  }

  private RecordPatch with(Entry entry, FieldSet newFields) {
    Map<Integer, FieldSet> more = new HashMap<>(fields);
    more.put(entry.position(), newFields);
    return new RecordPatch(owners, more);
  }

  boolean isEmpty() {
    return changes().isEmpty();
  }

  /**
   * Adds the changes to a patch of the same object; entries left without a field are removed last.
   */
  JsonPatch addTo(JsonPatch patch) {
    JsonPatch result = patch;
    for (Entry entry : changes()) {
      FieldSet now = current(entry);
      result =
          now.isEmpty()
              ? result.remove(List.of("metadata", "managedFields", entry.position()))
              : result.replace(
                  List.of("metadata", "managedFields", entry.position(), "fieldsV1"), now.toTree());
    }
    return result;
  }

  /** From the back, so that a removal moves no entry that is still to be changed. */
  private List<Entry> changes() {
    List<Entry> changed =
        new ArrayList<>(
            owners.entries().stream()
                .filter(entry -> !current(entry).equals(entry.fields()))
                .toList());
    changed.sort(Comparator.comparingInt(Entry::position).reversed());
    return changed;
  }
}
