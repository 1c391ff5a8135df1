package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.List;
import java.util.Set;

/** A variable makes Django Channels keep its messages in the process. */
final class InMemoryChannelLayer implements Diagnostic {
  private static final String CLASS_NAME = "inmemorychannellayer";
  private static final Set<String> IN_MEMORY = Set.of("inmemory", "memory", "memory://");
  private static final Set<String> LAYER = Set.of("LAYER", "LAYERS");
  private static final Set<String> CHANNEL = Set.of("CHANNEL", "CHANNELS");
  private static final Reference REFERENCE =
      Reference.warning(
          InMemoryChannelLayer.class,
          "a variable that names InMemoryChannelLayer, or memory as the channel layer's backend",
          "use a channel layer in Redis, or count what a user holds in memory.perUser");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.findings(
        REFERENCE,
        InMemoryChannelLayer::namesIt,
        "%s: %s keeps WebSocket messages in the process itself, so memory grows with every user and messages do not reach other processes. Use a channel layer in Redis, or count what a user holds in spec.memory.perUser.");
  }

  private static boolean namesIt(Variable variable) {
    String value = variable.plainValue().replace("-", "").replace("_", "");
    boolean isLayer = variable.hasWord(CHANNEL) && variable.hasWord(LAYER);
    return value.endsWith(CLASS_NAME) || (isLayer && IN_MEMORY.contains(value));
  }
}
