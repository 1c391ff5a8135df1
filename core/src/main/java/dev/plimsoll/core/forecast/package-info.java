/**
 * Says when memory meets a line, from how it has grown. Plain slopes over minima: no model, no
 * seasons.
 */
package dev.plimsoll.core.forecast;
