/**
 * How text is laid out for people: the terminal's width and colours, and tables that fit it.
 * Nothing here knows what is shown.
 */
package dev.plimsoll.cli.terminal;
