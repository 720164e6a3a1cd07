package io.linernotes.api.about;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Request;
import io.linernotes.session.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The routes that serve the description of the API and the console. */
public final class AboutRoutes {

  /** {@code GET /openapi.json}. */
  public Answer description(Request request) {
    return document(
        request, "application/json", ApiDescription.servedUnder(request.basePath()), Map.of());
  }

  /** {@code GET /}. */
  public Answer console(Request request) {
    return document(request, "text/html; charset=utf-8", Console.PAGE, Console.HEADERS);
  }

  /** A document that clients keep and revalidate by its hash: only a deployment changes it. */
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

  /** A resource of this package. */
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
