/**
 * From what a user wrote to a valid budget: the syntax of quantities, durations and windows, every
 * default and every rule. A refusal names the field, what is wrong with it and what to do.
 */
package dev.plimsoll.core.spec;
