package io.linernotes.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * Small answers, such as problems and the status, as JSON: records and maps with snake_case names.
 */
public final class PlainFormat {

  private static final ObjectMapper WITH_NULLS =
      Mapper.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  private PlainFormat() {}

  /** The value as JSON, with its null fields. */
  public static String text(Object value) {
    return text(WITH_NULLS, value);
  }

  /** The value as JSON without its null fields. */
  public static String compactText(Object value) {
    return text(Mapper.MAPPER, value);
  }

  private static String text(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
