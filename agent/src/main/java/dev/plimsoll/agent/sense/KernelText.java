package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of one kernel file, reused from read to read: nothing is made while fields are looked
 * up, because this happens for every worker ten times a second.
 */
final class KernelText {
  /** What a field says that has no number, such as {@code max}. */
  static final long NO_NUMBER = -1;

  private static final int NO_LINE = -1;

  private byte[] bytes = new byte[4096];
  private int length;

  /** Takes all of a file that the kernel writes as one record: less than was asked for ends it. */
  void fill(RandomAccessFile file) throws IOException {
    length = 0;
    while (true) {
      int read = file.read(bytes, length, bytes.length - length);
      if (read <= 0) {
        return;
      }
      length += read;
      if (length < bytes.length) {
        return;
      }
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
  }

  /** The number at the beginning, or {@link #NO_NUMBER}. */
  long number() {
    return numberFrom(0);
  }

  /** The number of the line that starts with this key and a space or colon, or NO_NUMBER. */
  long field(byte[] key) {
    int value = valueOf(key);
    return value < 0 ? NO_NUMBER : numberFrom(value);
  }

  /** What the line says that starts with this key and a space or colon. */
  Optional<String> wordOf(byte[] key) {
    int value = valueOf(key);
    return value < 0
        ? Optional.empty()
        : Optional.of(text(value, Math.min(length, nextLine(value))).strip())
            .filter(word -> !word.isEmpty());
  }

  /**
   * The numbers of the lines that start with these keys; NO_NUMBER where there is no such line.
   *
   * @param lines where those lines begin, looked at first: a file that is read again and again has
   *     them where they were, unless a number has become longer; brought up to date
   * @param into takes them, in the order of the keys
   */
  void fields(byte[][] keys, int[] lines, long[] into) {
    if (!areWhereTheyWere(keys, lines)) {
      find(keys, lines);
    }
    for (int key = 0; key < keys.length; key++) {
      into[key] = lines[key] == NO_LINE ? NO_NUMBER : numberFrom(lines[key] + keys[key].length + 1);
    }
  }

  /** Which fields there are does not change while a kernel runs. */
  private boolean areWhereTheyWere(byte[][] keys, int[] lines) {
    boolean any = false;
    for (int key = 0; key < keys.length; key++) {
      if (lines[key] != NO_LINE) {
        any = true;
        if (!startsLine(lines[key], keys[key])) {
          return false;
        }
      }
    }
    return any;
  }

  private void find(byte[][] keys, int[] lines) {
    Arrays.fill(lines, NO_LINE);
    int missing = keys.length;
    for (int line = 0; line < length && missing > 0; line = nextLine(line)) {
      for (int key = 0; key < keys.length; key++) {
        if (startsLine(line, keys[key])) {
          lines[key] = line;
          missing--;
          break;
        }
      }
    }
  }

  private boolean startsLine(int line, byte[] key) {
    int end = line + key.length;
    return (line == 0 || line <= length && bytes[line - 1] == '\n')
        && end < length
        && isSeparator(bytes[end])
        && Arrays.equals(bytes, line, end, key, 0, key.length);
  }

  /** The number at this place among words, counted from 0, beginning at an offset. */
  long word(int offset, int index) {
    int at = offset;
    for (int word = 0; word < index && at < length; word++) {
      while (at < length && bytes[at] != ' ') {
        at++;
      }
      at++;
    }
    return numberFrom(at);
  }

  /** Where the last of this byte is, or -1. */
  int lastIndexOf(char wanted) {
    int at = length - 1;
    while (at >= 0 && bytes[at] != wanted) {
      at--;
    }
    return at;
  }

  int indexOf(char wanted) {
    for (int at = 0; at < length; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  byte at(int index) {
    return index < length ? bytes[index] : 0;
  }

  int length() {
    return length;
  }

  String all() {
    return text(0, length);
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Where the value of this key begins, or -1. */
  private int valueOf(byte[] key) {
    for (int line = 0; line < length; line = nextLine(line)) {
      if (startsLine(line, key)) {
        return line + key.length + 1;
      }
    }
    return -1;
  }

  private int nextLine(int from) {
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static boolean isSeparator(byte b) {
    return b == ' ' || b == ':';
  }

  private long numberFrom(int from) {
    int at = from;
    while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    int first = at;
    long number = 0;
    while (at < length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + (bytes[at] - '0');
      at++;
    }
    return at == first ? NO_NUMBER : number;
  }
}
