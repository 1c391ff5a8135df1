/**
 * Whether and when to act: pure decisions over explicit time. Each takes what is known as a value
 * and answers with a value; nothing here reads a clock or touches a cluster.
 */
package dev.plimsoll.core.decide;
