package dev.plimsoll.cli.input;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.NotYetActive;
import dev.plimsoll.core.spec.Resolution;
import java.io.InputStream;
import java.util.List;

/**
 * A budget that a command was given.
 *
 * @param label the file's name, for messages
 * @param budget as the file says
 * @param notes fields of the file that nothing acts on yet
 */
public record BudgetText(String label, Budget budget, List<NotYetActive> notes) {

  /**
   * Reads it.
   *
   * @param file its name; {@code -} is standard input
   * @param stdin what {@code -} reads
   * @throws InvalidInput where the file cannot be used
   */
  public static BudgetText read(String file, InputStream stdin) {
    TextSource source = new TextSource(file);
    Resolution.Accepted accepted = new BudgetFile(source.label(), source.read(stdin)).read();
    return new BudgetText(source.label(), accepted.budget(), accepted.notes());
  }
}
