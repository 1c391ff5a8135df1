package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.demo.page.ReportPage;
import dev.plimsoll.cli.demo.record.Comparison;
import dev.plimsoll.cli.demo.record.Figures;
import dev.plimsoll.cli.demo.record.Origin;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.RecordingFile;
import dev.plimsoll.cli.demo.record.Summary;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.cli.terminal.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What both sides come to: the table on the terminal and the files of the report. */
public record Ending(Recording recording, Origin origin) {

  /** Prints the figures side by side, and the answer. */
  public void tell(Story story, Terminal terminal) {
    story.chapter("Side by side");
    List<List<String>> rows =
        Figures.of(recording).stream()
            .map(row -> List.of(row.name(), row.unguarded(), row.guarded()))
            .toList();
    new TextTable(
            List.of(
                TextTable.Column.left(""),
                TextTable.Column.right("unguarded"),
                TextTable.Column.right("guarded")),
            rows)
        .lines(terminal)
        .forEach(story::print);
    Comparison comparison = Comparison.of(recording);
    story.print("");
    story.print(
        "With the guard %s as many requests were answered, and %d processes were killed instead of %d."
            .formatted(
                Figures.percent(comparison.completedRatio()),
                recording.guarded().oomKills(),
                recording.unguarded().oomKills()));
    comparison.shortfalls().forEach(shortfall -> story.tellBad("not shown: " + shortfall));
  }

  /**
   * Writes summary.json, report.html and recording.json.
   *
   * @param folder made where it is not there
   */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      RecordingFile.write(Summary.of(recording, origin), folder.resolve("summary.json"));
      RecordingFile.write(recording, folder.resolve("recording.json"));
      Files.writeString(folder.resolve("report.html"), new ReportPage(recording, origin).html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
