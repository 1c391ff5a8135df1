package dev.plimsoll.cli.input;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.spec.MemorySize;
import dev.plimsoll.core.spec.Parsed;

/** What is given by {@code --limit}. */
public final class LimitOption {
  private LimitOption() {}

  /**
   * The amount.
   *
   * @throws InvalidInput where the text is none
   */
  public static Bytes parse(String text) {
    return switch (MemorySize.parse(text)) {
      case Parsed.Value<Bytes>(Bytes bytes) when bytes.isMoreThan(Bytes.ZERO) -> bytes;
      case Parsed.Value<Bytes> _ ->
          throw new InvalidInput("--limit: is nothing: give the container's limit, such as 512Mi");
      case Parsed.Malformed<Bytes>(String problem, String remedy) ->
          throw new InvalidInput("--limit: " + problem + ": " + remedy);
    };
  }
}
