package dev.plimsoll.operator.apply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short name for a set of values: the first 16 digits of a SHA-256, whatever their order. */
final class ValuesHash {
  private static final int BYTES = 8;

  private ValuesHash() {}

  static String of(String container, Map<String, String> values) {
    StringBuilder text = new StringBuilder(container);
    new TreeMap<>(values)
        .forEach((variable, value) -> text.append('\0').append(variable).append('=').append(value));
    byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
