package dev.plimsoll.operator.reconcile;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.observe.Caches;
import dev.plimsoll.operator.observe.TargetKey;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Where the operator framework meets the loop. It is called on every event, deletions included,
 * because a budget carries a finalizer only while something is applied: the framework would keep
 * one on every budget.
 */
public final class MemoryBudgetReconciler implements Reconciler<MemoryBudget> {
  private final Set<String> namespaces;
  private final LifeFactory life;
  private final StartTimer startTimer;
  private final SimpleInboundEventSource<MemoryBudget> wakeUps =
      new SimpleInboundEventSource<>("WakeUps");

  /**
   * Complete before the first reconcile: the framework prepares event sources once, at its start.
   */
  private final CompletableFuture<Wiring> wiring = new CompletableFuture<>();

  private record Wiring(Caches caches, BudgetLife life) {}

  /**
   * Prepares a reconciler.
   *
   * @param namespaces empty means every one
   * @param life what to do with a budget
   */
  public MemoryBudgetReconciler(Set<String> namespaces, LifeFactory life, Clock clock) {
    this.namespaces = namespaces;
    this.life = life;
    this.startTimer = new StartTimer(clock);
  }

  @Override
  public List<EventSource<?, MemoryBudget>> prepareEventSources(
      EventSourceContext<MemoryBudget> context) {
    Caches caches = Caches.prepare(namespaces, context);
    wiring.complete(new Wiring(caches, life.of(caches, wakeUps::propagateEvent)));
    return Stream.<EventSource<?, MemoryBudget>>concat(
            caches.sources().stream(), Stream.of(wakeUps))
        .toList();
  }

  @Override
  public UpdateControl<MemoryBudget> reconcile(MemoryBudget budget, Context<MemoryBudget> context) {
    BudgetLife life = wiring.join().life();
    if (context.isPrimaryResourceDeleted()) {
      life.gone(budget);
      wakeSiblings(budget);
      return UpdateControl.noUpdate();
    }
    StepResult result = life.step(budget);
    startTimer.reconciled();
    return result.toUpdateControl(budget);
  }

  /** A budget that vanished while it was looked at needs no status any more. */
  @Override
  public ErrorStatusUpdateControl<MemoryBudget> updateErrorStatus(
      MemoryBudget budget, Context<MemoryBudget> context, Exception e) {
    boolean isGone =
        e instanceof KubernetesClientException refusal
            && refusal.getCode() == HttpURLConnection.HTTP_NOT_FOUND
            && isAboutBudget(refusal);
    return isGone
        ? ErrorStatusUpdateControl.<MemoryBudget>noStatusUpdate().withNoRetry()
        : ErrorStatusUpdateControl.defaultErrorProcessing();
  }

  /** Another object that vanished is a reason to look again. */
  private static boolean isAboutBudget(KubernetesClientException refusal) {
    return Optional.ofNullable(refusal.getStatus())
        .map(status -> status.getDetails())
        .map(details -> details.getKind())
        .filter("memorybudgets"::equals)
        .isPresent();
  }

  /** A younger budget for the same workload takes over from one that is gone. */
  private void wakeSiblings(MemoryBudget gone) {
    TargetKey.of(gone).stream()
        .flatMap(target -> wiring.join().caches().budgets().budgetsFor(target).stream())
        .filter(sibling -> !sibling.equals(ResourceID.fromResource(gone)))
        .forEach(wakeUps::propagateEvent);
  }
}
