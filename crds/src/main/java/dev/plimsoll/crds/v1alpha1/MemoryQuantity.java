package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A quantity as written: a number of bytes, or text such as 512Mi or 20%. What the text means is
 * core's to say, so that one malformed object never fails to be read.
 */
public record MemoryQuantity(String text) {

  @JsonCreator
  public static MemoryQuantity of(String text) {
    return new MemoryQuantity(text);
  }

  @JsonCreator
  public static MemoryQuantity ofBytes(long count) {
    return new MemoryQuantity(Long.toString(count));
  }

  @JsonValue
  @Override
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
