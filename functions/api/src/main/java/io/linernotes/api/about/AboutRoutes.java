package io.linernotes.api.about;

import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
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
    return document("application/json", ApiDescription.servedBy(request.server()));
  }

  /** {@code GET /llms.txt}. */
  public Answer llms(Request request) {
    return document("text/plain; charset=utf-8", LLMS);
  }

  /** {@code GET /}. */
  public Answer console(Request request) {
    return Console.page(request.basePath());
  }

  /** {@code GET /console/{file}}. */
  public Answer consoleFile(Request request) {
    return Console.file(request.path("file"))
        .orElseGet(
            () -> Answer.of(Problem.notFound("file", "The console has no such file: open /.")));
  }

  /** A document that clients may cache for five minutes, because only a deployment changes it. */
  static Answer document(String contentType, String text) {
    return new Answer(
        200, Map.of("Content-Type", contentType, "Cache-Control", "public, max-age=300"), text);
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
