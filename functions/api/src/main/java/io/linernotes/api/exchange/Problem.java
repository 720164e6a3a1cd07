package io.linernotes.api.exchange;

import org.jspecify.annotations.Nullable;

/**
 * An error answer, RFC 9457.
 *
 * @param detail what is wrong and what to do about it
 * @param field the part of the request that is wrong: a parameter, a header, or a path into the
 *     body; null if none is
 */
public record Problem(
    String type, String title, int status, String detail, @Nullable String field) {

  /** 400. */
  public static Problem badRequest(String field, String detail) {
    return of(400, "Bad Request", detail, field);
  }

  /** 401. */
  public static Problem unauthorized(String field, String detail) {
    return of(401, "Unauthorized", detail, field);
  }

  /** 403. */
  public static Problem forbidden(String field, String detail) {
    return of(403, "Forbidden", detail, field);
  }

  /** 404. */
  public static Problem notFound(String field, String detail) {
    return of(404, "Not Found", detail, field);
  }

  /** 405. */
  public static Problem methodNotAllowed(String detail) {
    return of(405, "Method Not Allowed", detail, null);
  }

  /** 413. */
  public static Problem tooLarge(String field, String detail) {
    return of(413, "Content Too Large", detail, field);
  }

  /** 503. */
  public static Problem unavailable(String detail) {
    return of(503, "Service Unavailable", detail, null);
  }

  /** 500. */
  public static Problem fault() {
    return of(
        500,
        "Internal Server Error",
        "The service failed to answer this request. Try again; if it fails again, report the"
            + " X-Correlation-Id header of this answer.",
        null);
  }

  private static Problem of(int status, String title, String detail, @Nullable String field) {
    return new Problem("about:blank", title, status, detail, field);
  }
}
