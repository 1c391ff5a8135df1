/**
 * The operator's process: its settings, its start and its end. What it does with a budget is in the
 * packages below, one for each step of the loop.
 */
package dev.plimsoll.operator;
