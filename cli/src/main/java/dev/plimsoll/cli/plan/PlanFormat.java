package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.document.JsonText;
import dev.plimsoll.cli.document.YamlText;
import dev.plimsoll.cli.terminal.Terminal;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A form that the answer of {@code plimsoll plan} is printed in. */
enum PlanFormat {
  TABLE {
    @Override
    String render(PlanAnswer answer, Terminal terminal) {
      return new TablePage(answer, terminal).text();
    }
  },
  JSON {
    @Override
    String render(PlanAnswer answer, Terminal terminal) {
      return JsonText.of(PlanDocument.of(answer));
    }
  },
  YAML {
    @Override
    String render(PlanAnswer answer, Terminal terminal) {
      return YamlText.of(PlanDocument.of(answer));
    }
  };

  /** The whole text, ending in a line break. */
  abstract String render(PlanAnswer answer, Terminal terminal);

  /** Reads it from the command line. */
  static final class Converter implements ITypeConverter<PlanFormat> {

    @Override
    public PlanFormat convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "table" -> TABLE;
        case "json" -> JSON;
        case "yaml" -> YAML;
        default ->
            throw new TypeConversionException(text + " is no format: use table, json or yaml");
      };
    }
  }
}
