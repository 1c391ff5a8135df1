package dev.plimsoll.cli.export;

/** A form that planned variables are handed over in. */
interface ExportFormat {

  /** The whole text, ending in a line break. */
  String render(PlannedVariables planned);
}
