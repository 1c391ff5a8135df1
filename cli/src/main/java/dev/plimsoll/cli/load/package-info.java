/**
 * Load on a server: arrivals that a seed fixes, sent whether or not the server keeps up, and what
 * became of every one of them.
 */
package dev.plimsoll.cli.load;
