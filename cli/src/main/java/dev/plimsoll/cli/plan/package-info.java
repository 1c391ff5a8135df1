/**
 * {@code plimsoll plan}: the plan of a budget file, the ledger behind it and the plans at other
 * limits, as a table, JSON or YAML.
 */
package dev.plimsoll.cli.plan;
