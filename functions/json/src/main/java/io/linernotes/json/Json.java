package io.linernotes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document from outside, a provider's reply or a request's body, read leniently: a value
 * that is absent, null, blank or of another type reads as null or empty and never throws.
 *
 * <pre>{@code
 * Json reply = Json.parse(bytes).orElseThrow();
 * reply.number("data", "bpm"); // 123.5, also from "123.5"; null if absent, blank or NaN
 * reply.list("artists");       // the elements; a single object is a list of itself
 * }</pre>
 */
public final class Json {

  private static final Json ABSENT = new Json(MissingNode.getInstance());
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /**
   * The object or array in the UTF-8 {@code bytes}; empty for HTML, truncated or empty bodies, and
   * other encodings.
   */
  public static Optional<Json> parse(byte[] bytes) {
    try {
      JsonNode node = Mapper.READER.readTree(utf8(bytes));
      return node != null && node.isContainerNode()
          ? Optional.of(new Json(node))
          : Optional.empty();
    } catch (IOException e) {
      // Malformed JSON, or bytes that are not UTF-8.
      return Optional.empty();
    }
  }

  /**
   * Decodes UTF-8, which RFC 8259 requires of exchanged JSON; Jackson would guess other encodings.
   */
  private static String utf8(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The value at the path of field names; absent if any step is. */
  public Json at(String... path) {
    JsonNode current = node;
    for (String field : path) {
      current = current.path(field);
    }
    return current.isMissingNode() ? ABSENT : new Json(current);
  }

  /** Whether there is a value other than null. */
  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Whether there is an explicit null. */
  public boolean isNull() {
    return node.isNull();
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether this is a text. */
  public boolean isText() {
    return node.isTextual();
  }

  /** Whether this is a number. */
  public boolean isNumber() {
    return node.isNumber();
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return node.isArray();
  }

  /** The text at the path, stripped, or the number there as text; null if absent or blank. */
  public @Nullable String text(String... path) {
    JsonNode value = at(path).node;
    if (!value.isValueNode() || value.isNull() || value.isBoolean()) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  /** This text exactly as it was sent; null if this is not a text. */
  public @Nullable String exactText() {
    return node.isTextual() ? node.textValue() : null;
  }

  /** The number at the path, or in the text there. Not-a-number and infinities read as null. */
  public @Nullable Double number(String... path) {
    String text = text(path);
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The whole number at the path, or in the text there. */
  public @Nullable Long wholeNumber(String... path) {
    String text = text(path);
    if (text != null && WHOLE.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    Double number = number(path);
    return number != null && number == Math.rint(number) && Math.abs(number) < 1e18
        ? Long.valueOf(number.longValue())
        : null;
  }

  /** The truth value at the path. */
  public @Nullable Boolean bool(String... path) {
    JsonNode value = at(path).node;
    return value.isBoolean() ? value.asBoolean() : null;
  }

  /**
   * The elements of the array at the path, with nulls as absent ones. A single object reads as a
   * list of itself, anything else as an empty list.
   */
  public List<Json> list(String... path) {
    JsonNode value = at(path).node;
    if (value.isObject()) {
      return List.of(new Json(value));
    }
    List<Json> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> elements.add(each.isNull() ? ABSENT : new Json(each)));
    }
    return elements;
  }

  /** The names of this object's fields, in order. */
  public List<String> fields() {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
