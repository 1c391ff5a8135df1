package dev.plimsoll.core.runtime;

/**
 * One word of an arguments line.
 *
 * @param start where it begins in the line, quotes included
 * @param end the position after it, quotes included
 * @param text what the server reads: without quotes and escapes
 */
record Word(int start, int end, String text) {}
