/**
 * The budget loop: one small step after the other, each returning a value, from what is observed to
 * what is written and reported.
 */
package dev.plimsoll.operator.reconcile;
