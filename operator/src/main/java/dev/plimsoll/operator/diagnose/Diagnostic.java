package dev.plimsoll.operator.diagnose;

import java.util.List;

/**
 * Sees one kind of trouble in a manifest. It speaks only of what the manifest names: a file inside
 * the image, an unseen entry point or a value from a Secret is never guessed at.
 */
public interface Diagnostic {

  /** What it is called, sees and advises. */
  Reference reference();

  /** A finding for each occurrence; none where the manifest does not show any. */
  List<Finding> examine(Surroundings surroundings);
}
