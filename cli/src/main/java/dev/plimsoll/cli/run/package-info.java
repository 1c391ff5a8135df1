/**
 * Runs a command inside a budget where there is no Kubernetes: plans, sets its variables, and hands
 * over to the agent's own small process, which guards it.
 */
package dev.plimsoll.cli.run;
