package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A kind of object that is watched beside the budgets: how it is pruned before it is kept, which
 * changes matter, and whose budgets they concern. An unpruned cache of pods costs a gigabyte.
 *
 * @param prune drops what nobody reads; may change the object that it is given
 * @param same whether two pruned versions mean the same
 * @param budgets those that a change concerns
 */
record Watched<R extends HasMetadata>(
    Class<R> type,
    String labelSelector,
    UnaryOperator<R> prune,
    BiPredicate<R, R> same,
    SecondaryToPrimaryMapper<R> budgets) {

  /** A kind that is watched whatever its labels. */
  static <R extends HasMetadata> Watched<R> everyOne(
      Class<R> type,
      UnaryOperator<R> prune,
      BiPredicate<R, R> same,
      SecondaryToPrimaryMapper<R> budgets) {
    return new Watched<>(type, "", prune, same, budgets);
  }

  /**
   * One source for each namespace, each with a store of its own: a shared one would drop the
   * objects of the others at each listing. No namespaces means one source for all.
   */
  List<InformerEventSource<R, MemoryBudget>> sources(
      Set<String> namespaces, EventSourceContext<MemoryBudget> context) {
    Stream<Set<String>> scopes =
        namespaces.isEmpty() ? Stream.of(Set.of()) : namespaces.stream().map(Set::of);
    return scopes.map(scope -> source(scope, context)).toList();
  }

  private InformerEventSource<R, MemoryBudget> source(
      Set<String> scope, EventSourceContext<MemoryBudget> context) {
    var configuration =
        InformerEventSourceConfiguration.from(type, MemoryBudget.class)
            .withName(type.getSimpleName() + String.join("", scope))
            .withItemStore(new TransformingItemStore<>(prune))
            .withOnUpdateFilter((next, before) -> !same.test(before, next))
            .withSecondaryToPrimaryMapper(budgets)
            // Nothing asks for secondaries by budget: the caches look them up by their own keys.
            .withPrimaryToSecondaryMapper((MemoryBudget budget) -> Set.of());
    if (!labelSelector.isEmpty()) {
      configuration.withLabelSelector(labelSelector);
    }
    if (scope.isEmpty()) {
      configuration.withWatchAllNamespaces();
    } else {
      configuration.withNamespaces(scope);
    }
    return new InformerEventSource<>(configuration.build(), context);
  }

  /** Whether deletion has begun on one but not on the other is always a difference. */
  static <R extends HasMetadata> boolean sameDeletion(R one, R other) {
    return Objects.equals(
        one.getMetadata().getDeletionTimestamp(), other.getMetadata().getDeletionTimestamp());
  }
}
