/** Other programs, run from here: their output as it comes, and their complaint where they fail. */
package dev.plimsoll.cli.program;
