/**
 * A container's manifest in the terms that diagnostics ask in: its variables, the command that
 * starts the server, and the settings that the server ends up with.
 */
package dev.plimsoll.operator.diagnose.manifest;
