/**
 * What commands are given: a budget file or standard input, a limit and CPUs. Bad input ends in one
 * line that names file, field and remedy.
 */
package dev.plimsoll.cli.input;
