package dev.plimsoll.operator.inject;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.observe.Observation;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides about the agent with what holds for every budget. */
public final class Injector {
  private final AgentSettings settings;
  private final Supplier<ServerVersion> server;

  /**
   * An injector.
   *
   * @param server the API server's version; asked for only where a budget wants the agent
   */
  public Injector(AgentSettings settings, Supplier<ServerVersion> server) {
    this.settings = settings;
    this.server = server;
  }

  /** Whether the agent joins a budget's target. */
  public Injection decide(Budget budget, Observation.Target target) {
    return Injection.isAskedFor(budget)
        ? Injection.of(budget, target, settings, server.get())
        : new Injection(new AgentPlacement.Absent(), Optional.empty());
  }
}
