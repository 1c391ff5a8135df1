package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who owns which field of a workload, as its {@code metadata.managedFields} say. */
record ManagedFields(List<Entry> entries) {

  /**
   * One manager's fields.
   *
   * @param position its place in the list, which a JSON Patch names it by
   * @param isOfSubresource whether the writes went to a subresource such as status
   */
  record Entry(int position, FieldOwner owner, boolean isOfSubresource, FieldSet fields) {}

  ManagedFields {
    entries = List.copyOf(entries);
  }

  static ManagedFields of(Workload workload) {
    List<ManagedFieldsEntry> all = workload.managedFields();
    return new ManagedFields(
        IntStream.range(0, all.size()).mapToObj(at -> entry(at, all.get(at))).toList());
  }

  private static Entry entry(int position, ManagedFieldsEntry entry) {
    boolean isOfSubresource = entry.getSubresource() != null && !entry.getSubresource().isEmpty();
    return new Entry(
        position, FieldOwner.of(entry), isOfSubresource, FieldSet.of(entry.getFieldsV1()));
  }

  /** Everyone who owns a field, appliers first. */
  List<FieldOwner> ownersOf(FieldPath path) {
    return entries.stream()
        .filter(entry -> entry.fields().contains(path))
        .map(Entry::owner)
        .sorted((a, b) -> a.operation().compareTo(b.operation()))
        .toList();
  }

  /** What we own by server-side apply. */
  FieldSet ours() {
    return oursIn().map(Entry::fields).orElse(FieldSet.NONE);
  }

  /** Our entry, while we own anything by server-side apply. */
  Optional<Entry> oursIn() {
    return entryOf(new FieldOwner(FieldOwner.PLIMSOLL, FieldOwner.Operation.APPLY));
  }

  /** A manager's entry for the object itself. */
  Optional<Entry> entryOf(FieldOwner owner) {
    return entries.stream()
        .filter(entry -> entry.owner().equals(owner) && !entry.isOfSubresource())
        .findFirst();
  }
}
