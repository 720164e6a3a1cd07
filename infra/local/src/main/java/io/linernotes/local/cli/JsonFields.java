package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads fields of answers; a null or absent field is unknown. */
final class JsonFields {
  private JsonFields() {}

  /** The text at a path such as {@code /deezer/status}. */
  static Optional<String> text(JsonNode node, String path) {
    var value = node.at(path);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(Text.printable(value.asText()))
        : Optional.empty();
  }

  /** The number at a path. */
  static OptionalDouble number(JsonNode node, String path) {
    var value = node.at(path);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** The texts in the array at a path, joined. */
  static Optional<String> list(JsonNode node, String path, int most, String separator) {
    var joined =
        node.at(path)
            .valueStream()
            .limit(most)
            .map(each -> Text.printable(each.asText()))
            .collect(Collectors.joining(separator));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }
}
