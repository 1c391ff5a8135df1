/**
 * How much of everything fits: the best setting for a limit, the smallest one, what other limits
 * would give and what held each value. Exact, deterministic and without any state.
 */
package dev.plimsoll.core.plan;
