package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.NotYetActive;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.act.KillEvidence;
import dev.plimsoll.operator.act.KillLedger;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.act.Pressures;
import dev.plimsoll.operator.act.RolloutSlots;
import dev.plimsoll.operator.act.RolloutSlots.Rollout;
import dev.plimsoll.operator.apply.Bookkeeping;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.inject.AgentSettings;
import dev.plimsoll.operator.inject.Injector;
import dev.plimsoll.operator.inject.ServerVersion;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.RevisionReader.Pair;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.observe.Workload;
import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.HeldBack;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Usage;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A budget and its surroundings as manifests, and the pure steps of the loop over them. */
final class Stage {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final KubernetesSerialization YAML = serialization();

  private static KubernetesSerialization serialization() {
    KubernetesSerialization yaml = new KubernetesSerialization();
    yaml.registerKubernetesResource(MemoryBudget.class);
    return yaml;
  }

  private final List<HasMetadata> objects;
  private final Optional<Pair> revisions;
  private final Injector injector =
      new Injector(AgentSettings.DEFAULT, () -> new ServerVersion(1, 34));
  final KillLedger kills = new KillLedger();
  private final Pressures pressures = new Pressures(kills);
  Metering metering = Metering.PENDING;
  Counted counted = Counted.NOTHING;
  final Map<TargetKey, Rollout> rollouts = new HashMap<>();
  final RolloutSlots slots = new RolloutSlots(2, () -> rollouts);

  Stage(List<HasMetadata> objects, Optional<Pair> revisions) {
    this.objects = objects;
    this.revisions = revisions;
  }

  /** A stage of the documents of a YAML text. */
  static Stage of(String yaml) {
    return new Stage(read(yaml), Optional.empty());
  }

  static List<HasMetadata> read(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---$"))
        .filter(document -> !document.isBlank())
        .map(document -> YAML.<HasMetadata>unmarshal(document))
        .toList();
  }

  private <A> List<A> all(Class<A> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  MemoryBudget resource() {
    return all(MemoryBudget.class).getFirst();
  }

  /** What the loop would report; whatever is to be written counts as written. */
  Account account() {
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource()))) {
      case Resolution.Refused(List<Violation> violations) -> new Account.Invalid(violations);
      case Resolution.Accepted(Budget budget, List<NotYetActive> notes) -> account(budget, notes);
    };
  }

  private Account account(Budget budget, List<NotYetActive> notes) {
    return switch (observe(budget)) {
      case Observation.Missing(String reason, String message) ->
          new Account.Blocked(reason, message);
      case Observation.Unusable unusable ->
          new Account.Blocked(unusable.reason(), unusable.message());
      case Observation.Target target when target.limit().isEmpty() -> Obstacles.noLimit(target);
      case Observation.Target target -> {
        Situation situation;
        try {
          situation = situation(budget, target);
        } catch (Planning.BeyondCountingException e) {
          yield Obstacles.beyondCounting(e);
        }
        Planning planning = situation.planning();
        Climb climb = climb(situation);
        Decision decision = decide(situation, climb);
        HeldBack heldBack = climb.heldBack(situation, written(decision));
        yield new Account.Planned(
            notes,
            planning.limit(),
            planning.request(),
            planning.outcome(),
            planning.advice(),
            planning.capacity(),
            planning.effective(),
            BudgetLoop.ofManifest(situation, Optional.empty()),
            Usage.of(budget, metering, counted, NOW),
            heldBack,
            standing(decision, situation));
      }
    };
  }

  private Observation observe(Budget budget) {
    Workload workload =
        objects.stream()
            .filter(object -> object instanceof Deployment || object instanceof StatefulSet)
            .map(Workload::of)
            .findFirst()
            .orElseThrow();
    return Observation.of(workload, budget, all(Pod.class), all(HorizontalPodAutoscaler.class));
  }

  Budget budget() {
    return ((Resolution.Accepted) BudgetRules.resolve(BudgetMapping.draftOf(resource()))).budget();
  }

  Situation situation() {
    return situation(budget(), (Observation.Target) observe(budget()));
  }

  private Situation situation(Budget budget, Observation.Target target) {
    String uid = resource().getMetadata().getUid();
    counted =
        kills.note(
            uid,
            Counted.NOTHING,
            new KillEvidence(
                target.pods(), target.container().getName(), metering, NOW.minusSeconds(3600)),
            NOW);
    Bookkeeping books = Bookkeeping.of(target.workload());
    long generation = resource().getMetadata().getGeneration();
    return new Situation(
        budget,
        uid,
        generation,
        target,
        Planning.of(budget, target, target.limit().orElseThrow())
            .under(books.notes().ladder(), budget, generation, NOW),
        books,
        injector.decide(budget, target),
        metering,
        NOW);
  }

  Decision decide() {
    return decide(situation());
  }

  private Decision decide(Situation situation) {
    return decide(situation, climb(situation));
  }

  private Decision decide(Situation situation, Climb climb) {
    return new Decider(new Gate(slots, kills), new RevisionJudge(_ -> revisions, kills))
        .decide(situation, climb);
  }

  /** What the ladder makes of it. */
  Climb climb() {
    return climb(situation());
  }

  private Climb climb(Situation situation) {
    return new Climber(pressures).look(situation);
  }

  private static Optional<Notes> written(Decision decision) {
    return switch (decision) {
      case Decision.Roll roll -> Optional.of(roll.settings().notes());
      case Decision.Keep keep -> Optional.of(keep.settings().notes());
      case Decision.Rest _, Decision.Evict _ -> Optional.empty();
    };
  }

  static Standing standing(Decision decision, Situation situation) {
    return switch (decision) {
      case Decision.Rest rest -> rest.standing();
      case Decision.Keep keep -> keep.standing();
      case Decision.Evict evict -> evict.standing();
      case Decision.Roll _ -> Standings.rollingOut(situation);
    };
  }
}
