/**
 * What the agent tells over HTTP: a sample for the operator, metrics for Prometheus. It takes no
 * commands.
 */
package dev.plimsoll.agent.serve;
