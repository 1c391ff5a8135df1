/**
 * Budgets as files, valid ones and for each rule one that breaks it. BudgetRules answers them here;
 * the cluster tests put the same files to a real API server.
 */
package dev.plimsoll.crds.examples;
