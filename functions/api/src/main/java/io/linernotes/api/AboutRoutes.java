package io.linernotes.api;

import io.linernotes.session.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The routes that tell about the service itself: the description of its API, and the console. */
final class AboutRoutes {

  /** Answers a request, if it is to one of these routes. */
  Optional<Answer> answer(Request request) {
    return switch (request.route()) {
      case "GET /openapi.json" ->
          Optional.of(
              document(
                  request,
                  "application/json",
                  ApiDescription.servedUnder(request.basePath()),
                  Map.of()));
      case "GET /" ->
          Optional.of(document(request, "text/html; charset=utf-8", Console.PAGE, Console.HEADERS));
      default -> Optional.empty();
    };
  }

  /** What changes with a deployment alone: kept by clients, and revalidated by its hash. */
  private static Answer document(
      Request request, String contentType, String text, Map<String, String> more) {
    String tag = '"' + Sha256.hex(text).substring(0, 32) + '"';
    Map<String, String> headers = new HashMap<>(more);
    headers.put("ETag", tag);
    headers.put("Cache-Control", "public, max-age=300");
    headers.put("Content-Type", contentType);
    boolean current =
        request.header("If-None-Match").filter(tags -> tags.contains(tag)).isPresent();
    return current ? new Answer(304, headers, "") : new Answer(200, headers, text);
  }

  /** A text beside this class. */
  static String resource(String name) {
    try (InputStream in = AboutRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + AboutRoutes.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
