package io.linernotes.api.about;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.session.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The routes that serve the description of the API and the console. */
public final class AboutRoutes {

  private static final String LLMS = resource("llms.txt");

  /** {@code GET /openapi.json}. */
  public Answer description(Request request) {
    return revalidated(
        request, document("application/json", ApiDescription.servedUnder(request.basePath())));
  }

  /** {@code GET /llms.txt}. */
  public Answer llms(Request request) {
    return revalidated(request, document("text/plain; charset=utf-8", LLMS));
  }

  /** {@code GET /}. */
  public Answer console(Request request) {
    return revalidated(request, Console.page(request.basePath()));
  }

  /** {@code GET /console/{file}}. */
  public Answer consoleFile(Request request) {
    return Console.file(request.path("file"))
        .map(file -> revalidated(request, file))
        .orElseGet(
            () -> Answer.of(Problem.notFound("file", "The console has no such file: open /.")));
  }

  /** A document that clients keep for five minutes: only a deployment changes it. */
  static Answer document(String contentType, String text) {
    String tag = '"' + Sha256.hex(text).substring(0, 32) + '"';
    return new Answer(
        200,
        Map.of("ETag", tag, "Cache-Control", "public, max-age=300", "Content-Type", contentType),
        text);
  }

  private static Answer revalidated(Request request, Answer document) {
    String tag = document.headers().getOrDefault("ETag", "");
    boolean current =
        request.header("If-None-Match").filter(tags -> tags.contains(tag)).isPresent();
    return current ? new Answer(304, document.headers(), "") : document;
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
