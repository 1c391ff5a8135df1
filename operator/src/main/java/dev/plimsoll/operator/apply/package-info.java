/**
 * Everything that is written to a user's workload, and how it is given back. Deciding what to write
 * is pure; Applier and Releaser alone hold a client.
 */
package dev.plimsoll.operator.apply;
