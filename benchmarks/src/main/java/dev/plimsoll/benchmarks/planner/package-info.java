/**
 * How long the planner takes: the hardest budgets that the API admits, at small and large limits.
 */
package dev.plimsoll.benchmarks.planner;
