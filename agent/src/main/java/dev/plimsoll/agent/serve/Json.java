package dev.plimsoll.agent.serve;

import java.util.Optional;

/** Writes JSON, and leaves out what is not known. */
final class Json {
  private final StringBuilder text;
  private boolean first = true;

  Json(StringBuilder text) {
    this.text = text;
  }

  /** Writes the members of one object. */
  @FunctionalInterface
  interface Members {
    void write(Json object);
  }

  static String object(Members members) {
    StringBuilder text = new StringBuilder(2048);
    writeObject(text, members);
    return text.toString();
  }

  Json add(String name, long number) {
    name(name);
    text.append(number);
    return this;
  }

  /** Adds a number of thousandths, such as the seconds of so many milliseconds. */
  Json addThousandths(String name, long thousandths) {
    name(name);
    text.append(thousandths / 1000).append('.');
    long rest = thousandths % 1000;
    text.append((char) ('0' + rest / 100));
    text.append((char) ('0' + rest / 10 % 10));
    text.append((char) ('0' + rest % 10));
    return this;
  }

  Json add(String name, boolean truth) {
    name(name);
    text.append(truth);
    return this;
  }

  Json add(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  Json add(String name, Optional<String> value) {
    value.ifPresent(known -> add(name, known));
    return this;
  }

  Json addObject(String name, Members members) {
    name(name);
    writeObject(text, members);
    return this;
  }

  Json addNumbers(String name, Iterable<Long> numbers) {
    name(name);
    text.append('[');
    String between = "";
    for (long number : numbers) {
      text.append(between).append(number);
      between = ",";
    }
    text.append(']');
    return this;
  }

  Json addTexts(String name, Iterable<String> texts) {
    name(name);
    text.append('[');
    String between = "";
    for (String value : texts) {
      text.append(between);
      quote(value);
      between = ",";
    }
    text.append(']');
    return this;
  }

  Json addObjects(String name, Iterable<Members> objects) {
    name(name);
    text.append('[');
    String between = "";
    for (Members members : objects) {
      text.append(between);
      writeObject(text, members);
      between = ",";
    }
    text.append(']');
    return this;
  }

  private static void writeObject(StringBuilder text, Members members) {
    text.append('{');
    members.write(new Json(text));
    text.append('}');
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
