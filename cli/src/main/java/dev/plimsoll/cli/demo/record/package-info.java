/**
 * What the demonstration saw on both sides, as values that can be kept, compared and shown again.
 */
package dev.plimsoll.cli.demo.record;
