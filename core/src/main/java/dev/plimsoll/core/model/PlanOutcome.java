package dev.plimsoll.core.model;

/** What planning comes to: a plan, or the reason why there is none. */
public sealed interface PlanOutcome permits Plan, Infeasible {}
