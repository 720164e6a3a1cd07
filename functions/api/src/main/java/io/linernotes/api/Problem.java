package io.linernotes.api;

import org.jspecify.annotations.Nullable;

/**
 * An error answer, RFC 9457.
 *
 * @param detail what is wrong and what to do about it
 * @param field which part of the request is meant: a parameter, a header, or a path into the body
 */
record Problem(String type, String title, int status, String detail, @Nullable String field) {

  static Problem badRequest(String field, String detail) {
    return of(400, "Bad Request", detail, field);
  }

  static Problem notFound(String field, String detail) {
    return of(404, "Not Found", detail, field);
  }

  static Problem unauthorized(String field, String detail) {
    return of(401, "Unauthorized", detail, field);
  }

  static Problem forbidden(String field, String detail) {
    return of(403, "Forbidden", detail, field);
  }

  static Problem tooLarge(String field, String detail) {
    return of(413, "Content Too Large", detail, field);
  }

  static Problem unavailable(String detail) {
    return of(503, "Service Unavailable", detail, null);
  }

  static Problem fault() {
    return of(
        500,
        "Internal Server Error",
        "The request met a fault of ours. Ask again; if it persists, tell us the correlation id.",
        null);
  }

  private static Problem of(int status, String title, String detail, @Nullable String field) {
    return new Problem("about:blank", title, status, detail, field);
  }
}
