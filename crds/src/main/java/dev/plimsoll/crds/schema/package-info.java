/**
 * The CRD's bounds, choices, defaults and CEL rules, derived from core's tables while the CRD is
 * generated, so that API server and BudgetRules cannot disagree. Nothing here runs in the operator.
 */
package dev.plimsoll.crds.schema;
