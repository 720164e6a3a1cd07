package io.linernotes.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as it arrived; the path is relative to the provider's base URL. */
record Request(
    String method,
    String path,
    Map<String, String> query,
    Headers headers,
    Map<String, String> form) {

  static Request of(HttpExchange exchange, String prefix) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(prefix.length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        exchange.getRequestMethod(),
        path.isEmpty() ? "/" : path,
        pairs(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders(),
        pairs(body));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  Optional<String> formField(String name) {
    return Optional.ofNullable(form.get(name)).filter(value -> !value.isBlank());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** A comma-separated parameter. */
  List<String> list(String name) {
    return parameter(name)
        .map(value -> Arrays.stream(value.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** A whole number, or the fallback where it is absent; empty where it is not a number. */
  Optional<Integer> number(String name, int fallback) {
    try {
      return Optional.of(parameter(name).map(Integer::parseInt).orElse(fallback));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> pairs(@Nullable String encoded) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
