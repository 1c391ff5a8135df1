package dev.plimsoll.cli.export;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What variables are printed as. */
enum ExportKind {
  KUSTOMIZE,
  HELM,
  ENV;

  /** Reads it from the command line. */
  static final class Converter implements ITypeConverter<ExportKind> {

    @Override
    public ExportKind convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "kustomize" -> KUSTOMIZE;
        case "helm" -> HELM;
        case "env" -> ENV;
        default ->
            throw new TypeConversionException(text + " is no format: use kustomize, helm or env");
      };
    }
  }
}
