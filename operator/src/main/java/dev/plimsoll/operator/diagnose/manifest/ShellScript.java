package dev.plimsoll.operator.diagnose.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script such as {@code sh -c} takes, split into simple commands and their words. Expansions stay
 * as they are written, and control flow is not followed: it is read only to find a command in it.
 */
final class ShellScript {
  /** Possessive throughout, so that a long script needs no deep stack. */
  private static final String SUBSTITUTION =
      "\\$\\((?:[^()]|\\((?:[^()]|\\([^()]*+\\))*+\\))*+(?:\\)|$)";

  /** One piece of a script; what is opened and never closed reaches to the end. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<blank>[ \\t\\r]+|\\\\\\n|\\\\$)"
              + "|(?<end>[;|&()\\n])"
              + "|(?<comment>(?<![^\\s;|&()])#[^\\n]*)"
              + "|'(?<single>[^']*+)(?:'|$)"
              + "|\"(?<double>(?:\\\\.|[^\"\\\\])*+)(?:\"|$)"
              + "|\\\\(?<escaped>.)"
              + "|(?<expansion>"
              + SUBSTITUTION
              + "|\\$\\{[^}]*+(?:}|$)|`[^`]*+(?:`|$)|\\$)"
              + "|(?<redirection>>&)"
              + "|(?<plain>[^\\s;|&()'\"\\\\$`>]+|.)",
          Pattern.DOTALL);

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private ShellScript() {}

  /** The simple commands of a script, in order; none is empty. */
  static List<List<String>> commands(String text) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      boolean endsCommand = piece.group("end") != null;
      if (endsCommand || piece.group("blank") != null || piece.group("comment") != null) {
        endWord(pieces, words);
      } else {
        pieces.add(textOf(piece));
      }
      if (endsCommand) {
        endCommand(words, commands);
      }
    }
    endWord(pieces, words);
    endCommand(words, commands);
    return commands;
  }

  private static void endWord(List<String> pieces, List<String> words) {
    if (!pieces.isEmpty()) {
      words.add(String.join("", pieces));
      pieces.clear();
    }
  }

  private static void endCommand(List<String> words, List<List<String>> commands) {
    if (!words.isEmpty()) {
      commands.add(List.copyOf(words));
      words.clear();
    }
  }

  private static String textOf(Matcher piece) {
    if (piece.group("single") != null) {
      return piece.group("single");
    }
    if (piece.group("double") != null) {
      return ESCAPED.matcher(piece.group("double")).replaceAll("$1");
    }
    return piece.group("escaped") != null ? piece.group("escaped") : piece.group();
  }
}
