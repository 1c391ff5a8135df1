/**
 * What a user reads of a reconcile: conditions, plan and advice in the budget's status, and an
 * event for every decision.
 */
package dev.plimsoll.operator.report;
