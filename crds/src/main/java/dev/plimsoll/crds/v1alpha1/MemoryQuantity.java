package dev.plimsoll.crds.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

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

  /** YAML reads 2e7 as a floating number; what is whole is a number of bytes all the same. */
  @JsonCreator
  public static MemoryQuantity ofNumber(double number) {
    return new MemoryQuantity(BigDecimal.valueOf(number).toPlainString());
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
