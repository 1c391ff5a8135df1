package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.terminal.Terminal;
import java.io.PrintWriter;

/** Where a run is shown as it goes. */
public record Screen(PrintWriter out, Terminal terminal) {}
