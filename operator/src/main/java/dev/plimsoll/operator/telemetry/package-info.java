/**
 * What a cluster's monitoring sees: a bounded set of series for each budget, and the endpoint of
 * metrics and probes.
 */
package dev.plimsoll.operator.telemetry;
