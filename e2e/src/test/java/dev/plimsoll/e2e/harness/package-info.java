/**
 * The one cluster that all test classes share, a namespace for each of them, and what is kept when
 * a test fails.
 */
package dev.plimsoll.e2e.harness;
