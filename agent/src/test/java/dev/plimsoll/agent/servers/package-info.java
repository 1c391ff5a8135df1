/**
 * Every application server that a profile names, run for real in a memory cgroup: what a recycle, a
 * shed, a grow and an OOM kill do to its workers and to the requests they hold.
 */
package dev.plimsoll.agent.servers;
