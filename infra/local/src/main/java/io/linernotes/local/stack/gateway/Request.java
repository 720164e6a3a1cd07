package io.linernotes.local.stack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the HTTP server received it. */
record Request(
    String id,
    String method,
    String rawPath,
    @Nullable String rawQuery,
    Map<String, List<String>> headers,
    String sourceIp,
    byte[] body) {

  static Request of(HttpExchange exchange, byte[] body) {
    var headers = new LinkedHashMap<String, List<String>>(exchange.getRequestHeaders());
    var source = exchange.getRemoteAddress().getAddress().getHostAddress();
    headers.put("X-Forwarded-For", List.of(source));
    headers.put("X-Forwarded-Proto", List.of("http"));
    headers.put("X-Forwarded-Port", List.of(String.valueOf(exchange.getLocalAddress().getPort())));
    return new Request(
        UUID.randomUUID().toString(),
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        headers,
        source,
        body);
  }

  @Nullable String header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElse(null);
  }

  /** The query string's parameters, decoded; {@link IllegalArgumentException} if that fails. */
  Map<String, List<String>> query() {
    var query = new LinkedHashMap<String, List<String>>();
    if (rawQuery != null && !rawQuery.isEmpty()) {
      for (var pair : rawQuery.split("&")) {
        var both = pair.split("=", 2);
        query
            .computeIfAbsent(decode(both[0]), name -> new ArrayList<>())
            .add(both.length == 1 ? "" : decode(both[1]));
      }
    }
    query.remove("");
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
