/**
 * The demonstrations: a real application first as its team had it, then kept inside its memory.
 * They leave nothing running.
 */
package dev.plimsoll.cli.demo;
