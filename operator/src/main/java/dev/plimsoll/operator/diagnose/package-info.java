/**
 * What is wrong with a workload as far as its manifest shows it: one class for each reason, all of
 * them listed in {@link dev.plimsoll.operator.diagnose.Diagnostics}. Nothing here reads or writes.
 */
package dev.plimsoll.operator.diagnose;
