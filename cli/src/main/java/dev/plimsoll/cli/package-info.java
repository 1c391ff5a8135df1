/**
 * The plimsoll command: one class per subcommand, in a package of its own. Text goes to standard
 * output, complaints in one line to standard error, and the exit code says which it was.
 */
package dev.plimsoll.cli;
