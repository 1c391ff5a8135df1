package dev.plimsoll.agent;

import dev.plimsoll.agent.serve.RunReport;
import dev.plimsoll.agent.serve.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** Writes a report while the command runs, so that it is there even after a sudden end. */
final class ReportFile {
  private static final long PERIOD = Duration.ofMillis(500).toNanos();

  private final Path file;
  private final RunReport report;
  private final GuardLoop loop;
  private final Thread thread;
  private volatile boolean finished;
  private int actionsWritten = -1;

  ReportFile(Path file, RunReport report, GuardLoop loop) {
    this.file = file;
    this.report = report;
    this.loop = loop;
    this.thread = Thread.ofPlatform().name("report").daemon().unstarted(this::follow);
  }

  /** Begins to write whenever something was done. */
  void keepCurrent() {
    thread.start();
  }

  /** Writes it for the last time. */
  void finish(OptionalInt exitStatus) throws IOException, InterruptedException {
    finished = true;
    LockSupport.unpark(thread);
    thread.join();
    Sample last = loop.sample();
    report.see(last);
    write(report.json(last, exitStatus));
  }

  private void follow() {
    while (!finished) {
      Sample sample = loop.sample();
      report.see(sample);
      if (report.actions() != actionsWritten) {
        actionsWritten = report.actions();
        try {
          write(report.json(sample, OptionalInt.empty()));
        } catch (IOException e) {
          System.err.println(
              "plimsoll: the report cannot be written: give --report a file in a folder that may be"
                  + " written to: "
                  + e.getMessage());
          return;
        }
      }
      LockSupport.parkNanos(PERIOD);
    }
  }

  /** Whoever reads it meanwhile sees the old text or the new one, never half of it. */
  private void write(String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(beside, text + "\n");
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
