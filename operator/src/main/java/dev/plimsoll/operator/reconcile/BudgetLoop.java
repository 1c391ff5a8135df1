package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.NotYetActive;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.act.KillEvidence;
import dev.plimsoll.operator.act.KillLedger;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.apply.Bookkeeping;
import dev.plimsoll.operator.diagnose.Diagnostics;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.RemarkBook;
import dev.plimsoll.operator.diagnose.Surroundings;
import dev.plimsoll.operator.inject.Injection;
import dev.plimsoll.operator.inject.Injector;
import dev.plimsoll.operator.meter.SampleStore;
import dev.plimsoll.operator.meter.Subject;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.Observer;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.HeldBack;
import dev.plimsoll.operator.report.LadderConditions;
import dev.plimsoll.operator.report.Notice;
import dev.plimsoll.operator.report.Usage;
import dev.plimsoll.operator.report.UsageFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over a budget: resolve, observe, plan, decide, act, report. */
final class BudgetLoop implements BudgetLife {
  private static final Logger log = LoggerFactory.getLogger(BudgetLoop.class);

  private final Observer observer;
  private final Climber climber;
  private final Decider decider;
  private final Injector injector;
  private final Execution execution;
  private final Departure departure;
  private final PolicyDelivery policies;
  private final SampleStore samples;
  private final RemarkBook remarks = new RemarkBook();
  private final KillLedger kills;
  private final Reporter reporter;
  private final Clock clock;

  BudgetLoop(
      Observer observer,
      Climber climber,
      Decider decider,
      Injector injector,
      Execution execution,
      Departure departure,
      PolicyDelivery policies,
      SampleStore samples,
      KillLedger kills,
      Reporter reporter,
      Clock clock) {
    this.observer = observer;
    this.climber = climber;
    this.decider = decider;
    this.injector = injector;
    this.execution = execution;
    this.departure = departure;
    this.policies = policies;
    this.samples = samples;
    this.kills = kills;
    this.reporter = reporter;
    this.clock = clock;
  }

  @Override
  public StepResult step(MemoryBudget resource) {
    if (resource.isMarkedForDeletion()) {
      return leave(resource);
    }
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource))) {
      case Resolution.Refused(List<Violation> violations) -> {
        samples.rest(resource.getMetadata().getUid());
        yield reporter.report(resource, Pass.of(new Account.Invalid(violations)), now());
      }
      case Resolution.Accepted(Budget budget, List<NotYetActive> notes) ->
          step(resource, budget, notes);
    };
  }

  /** Annotations and status are read by people. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void gone(MemoryBudget resource) {
    samples.forget(resource.getMetadata().getUid());
    remarks.forget(resource.getMetadata().getUid());
    kills.forget(resource.getMetadata().getUid());
    reporter.forget(resource);
  }

  private StepResult leave(MemoryBudget resource) {
    Optional<TargetRef> target = TargetKey.of(resource).flatMap(BudgetLoop::reference);
    if (target.isEmpty() || !resource.hasFinalizer(Finalizer.NAME)) {
      return StepResult.NOTHING;
    }
    return switch (departure.letGo(resource, target.get())) {
      case Departure.Outcome.Done(Optional<Deed> deed) -> {
        deed.ifPresent(done -> reporter.tell(resource, done.notice()));
        yield StepResult.NOTHING;
      }
      case Departure.Outcome.Again again -> {
        reporter.tell(resource, Notice.trouble("ReleaseRefused", again.message()));
        yield new StepResult(Optional.empty(), Optional.of(again.after()));
      }
    };
  }

  private static Optional<TargetRef> reference(TargetKey key) {
    return Arrays.stream(TargetRef.Kind.values())
        .filter(kind -> kind.text().equals(key.kind()))
        .map(kind -> new TargetRef(kind, key.name()))
        .findFirst();
  }

  private StepResult step(MemoryBudget resource, Budget budget, List<NotYetActive> notes) {
    Instant now = now();
    Optional<Deed> deed = Optional.empty();
    if (isToLetGo(resource, budget)) {
      switch (departure.letGo(resource, budget.target())) {
        case Departure.Outcome.Done done -> deed = done.deed();
        case Departure.Outcome.Again again -> {
          reporter.tell(resource, Notice.trouble("ReleaseRefused", again.message()));
          return new StepResult(Optional.empty(), Optional.of(again.after()));
        }
      }
    }
    Pass pass =
        switch (observer.observe(resource, budget)) {
          case Observation.Missing(String reason, String message) -> {
            samples.rest(resource.getMetadata().getUid());
            departure.abandon(resource);
            yield Pass.of(new Account.Blocked(reason, message));
          }
          case Observation.Unusable unusable -> {
            samples.rest(resource.getMetadata().getUid());
            yield Pass.of(new Account.Blocked(unusable.reason(), unusable.message()));
          }
          case Observation.Target target -> planned(resource, budget, notes, target, now);
        };
    return reporter.report(resource, pass.with(deed), now);
  }

  /** Something may be applied, and the mode does not ask for it any more. */
  private static boolean isToLetGo(MemoryBudget resource, Budget budget) {
    return budget.mode() != Mode.ENFORCE
        && !Injection.isAskedFor(budget)
        && budget.paused() == Budget.Pause.RUNNING
        && resource.hasFinalizer(Finalizer.NAME);
  }

  private Pass planned(
      MemoryBudget resource,
      Budget budget,
      List<NotYetActive> notes,
      Observation.Target target,
      Instant now) {
    if (target.limit().isEmpty()) {
      return Pass.of(Obstacles.noLimit(target));
    }
    try {
      Planning planning = Planning.of(budget, target, target.limit().get());
      return decided(resource, notes, situation(resource, budget, target, planning, now));
    } catch (Planning.BeyondCountingException e) {
      return Pass.of(Obstacles.beyondCounting(e));
    } catch (ArithmeticException | IllegalArgumentException e) {
      log.atError()
          .addKeyValue("budget", resource.getMetadata().getName())
          .setCause(e)
          .log("A budget could not be worked on.");
      return Pass.of(Obstacles.defect(e));
    }
  }

  private Situation situation(
      MemoryBudget resource,
      Budget budget,
      Observation.Target target,
      Planning planning,
      Instant now) {
    Bookkeeping books = Bookkeeping.of(target.workload());
    long generation = resource.getMetadata().getGeneration();
    return new Situation(
        budget,
        resource.getMetadata().getUid(),
        generation,
        target,
        planning.under(books.notes().ladder(), budget, generation, now),
        books,
        injector.decide(budget, target),
        samples.follow(Subject.of(resource, target)),
        now);
  }

  private Pass decided(MemoryBudget resource, List<NotYetActive> notes, Situation situation) {
    Counted counted =
        kills.note(
            situation.uid(),
            UsageFactory.counted(
                Optional.ofNullable(resource.getStatus()).map(each -> each.usage())),
            evidence(resource, situation),
            situation.now());
    Usage usage = Usage.of(situation.budget(), situation.metering(), counted, situation.now());
    Planning planning = situation.planning();
    Optional<Finding> refusal = policies.keep(situation);
    Climb climb = climber.look(situation);
    Decision decision = decider.decide(situation, climb);
    if (decision instanceof Decision.Rest && situation.books().applied().isEmpty()) {
      departure.abandon(resource);
    }
    Execution.Result result = execution.carryOut(decision, resource, situation);
    HeldBack heldBack = climb.heldBack(situation, result.kept());
    return new Pass(
        new Account.Planned(
            notes,
            planning.limit(),
            planning.request(),
            planning.outcome(),
            planning.advice(),
            planning.capacity(),
            planning.effective(),
            findings(situation, refusal, heldBack),
            usage,
            heldBack,
            result.standing()),
        result.deeds(),
        result.refusals(),
        Stream.of(result.again(), usage.turnsAt(), climb.again(situation.now()))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder()));
  }

  private static KillEvidence evidence(MemoryBudget resource, Situation situation) {
    return new KillEvidence(
        situation.target().pods(),
        situation.target().container().getName(),
        situation.metering(),
        Instant.parse(resource.getMetadata().getCreationTimestamp()));
  }

  private List<Finding> findings(
      Situation situation, Optional<Finding> refusal, HeldBack heldBack) {
    return Stream.of(
            ofManifest(situation, refusal),
            LadderConditions.reduced(heldBack).stream().toList(),
            remarks.note(situation.uid(), situation.metering(), situation.now()))
        .flatMap(List::stream)
        .toList();
  }

  static List<Finding> ofManifest(Situation situation, Optional<Finding> refusal) {
    return Stream.of(
            Diagnostics.examine(
                Surroundings.of(
                    situation.budget(), situation.target(), situation.planning().plan())),
            situation.injection().finding().stream().toList(),
            refusal.stream().toList())
        .flatMap(List::stream)
        .toList();
  }
}
