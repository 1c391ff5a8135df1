/** Runs a command as a child, in a memory cgroup of its own where asked, and ends as it ends. */
package dev.plimsoll.agent.launch;
