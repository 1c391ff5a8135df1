/**
 * What the kernel tells: the container's cgroup, its processes and what each of them alone holds.
 * Every read may find its subject gone, and says so as a value.
 */
package dev.plimsoll.agent.sense;
