package io.linernotes.local.stack.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;

/** Compresses large enough answers for clients that accept compression. */
record Compression(OptionalInt minimumSize) {

  Answer apply(Answer answer, Request request) throws IOException {
    var accepted = request.header("Accept-Encoding");
    return accepted != null
            && accepted.contains("gzip")
            && answer.body().length >= minimumSize.orElse(Integer.MAX_VALUE)
            && !answer.hasHeader("Content-Encoding")
        ? gzip(answer)
        : answer;
  }

  private static Answer gzip(Answer answer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    return new Answer(answer.status(), answer.headers(), bytes.toByteArray())
        .with("Content-Encoding", "gzip");
  }
}
