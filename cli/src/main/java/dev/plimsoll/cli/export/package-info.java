/**
 * {@code plimsoll export}: a plan's variables in the form that a team's own deployment takes, for
 * those who keep values in Git.
 */
package dev.plimsoll.cli.export;
