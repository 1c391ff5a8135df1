/** Where the guard's policy comes from, and what holds while it cannot be read. */
package dev.plimsoll.agent.policy;
