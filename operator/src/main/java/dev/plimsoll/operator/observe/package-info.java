/**
 * What the cluster says about a budget's surroundings, as values read once per reconcile. Reads
 * only; nothing here writes.
 */
package dev.plimsoll.operator.observe;
