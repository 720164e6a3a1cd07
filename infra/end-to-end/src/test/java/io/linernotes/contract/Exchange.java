package io.linernotes.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request and its answer.
 *
 * @param path as it stands in the URL
 * @param query without the question mark, empty if there is none
 * @param requestBody empty if there is none
 */
public record Exchange(
    String method,
    String path,
    String query,
    Map<String, List<String>> requestHeaders,
    String requestBody,
    int status,
    Map<String, List<String>> headers,
    String body) {

  /** Copies the headers, whose names are found by any case. */
  public Exchange {
    requestHeaders = anyCase(requestHeaders);
    headers = anyCase(headers);
  }

  /** An exchange as the client saw it. */
  public static Exchange of(
      HttpRequest request, String requestBody, HttpResponse<String> response) {
    URI uri = request.uri();
    return new Exchange(
        request.method(),
        uri.getRawPath(),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        request.headers().map(),
        requestBody,
        response.statusCode(),
        response.headers().map(),
        response.body());
  }

  Optional<String> requestHeader(String name) {
    return first(requestHeaders, name);
  }

  /** A cookie of the request. */
  Optional<String> cookie(String name) {
    return requestHeader("Cookie").stream()
        .flatMap(cookies -> Stream.of(cookies.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  Optional<String> header(String name) {
    return first(headers, name);
  }

  /** The answer's media type without its parameters; empty if it has none. */
  String mediaType() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  private static Map<String, List<String>> anyCase(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }
}
