package io.linernotes.simulator;

import java.time.Duration;

/** A failure of a call, scripted with {@link Simulator#fail}. */
public sealed interface Failure {

  /** HTTP 500 with a plain-text body. */
  static Failure serverError() {
    return status(500);
  }

  /** An HTTP status with a body that is not JSON. */
  static Failure status(int status) {
    return new Answer(Reply.text(status, "text/plain", "upstream error"));
  }

  /** MusicBrainz sheds load: a lower call rate does not help, only waiting for minutes does. */
  static Failure loadShed() {
    return new Answer(MusicBrainzReplies.busy());
  }

  /** HTTP 200 with an HTML page where JSON was expected. */
  static Failure html() {
    return new Answer(
        Reply.text(200, "text/html", "<!DOCTYPE html><html><body>Maintenance</body></html>"));
  }

  /** An HTTP status with a gateway's HTML page, which says nothing about the requested resource. */
  static Failure gatewayPage(int status) {
    return new Answer(
        Reply.text(status, "text/html", "<!DOCTYPE html><html><body>" + status + "</body></html>"));
  }

  /** HTTP 429 with this Retry-After, in the words of Spotify's rolling window. */
  static Failure tooManyRequests(Duration retryAfter) {
    return new Answer(SpotifyReplies.rateLimited(retryAfter));
  }

  /** Spotify's daily quota: HTTP 429 with the reason QUOTA_EXCEEDED. */
  static Failure quotaExceeded(Duration retryAfter) {
    return new Answer(SpotifyReplies.quotaExceeded(retryAfter));
  }

  /** Spotify's answer to an expired token. */
  static Failure expiredToken() {
    return new Answer(SpotifyReplies.error(401, "The access token expired"));
  }

  /** One of Last.fm's numbered errors, such as 8, 11, 16, 26 or 29. */
  static Failure lastfmError(int code) {
    return new Answer(LastfmReplies.error(code));
  }

  /** One of Deezer's numbered errors with its HTTP 200, such as 4, 700 or 800. */
  static Failure deezerError(int code) {
    return new Answer(DeezerReplies.error(code));
  }

  /** Deezer's error object without a code. */
  static Failure deezerErrorWithoutCode() {
    return new Answer(DeezerReplies.errorWithoutCode());
  }

  /** The correct answer after a delay, which is not scaled. */
  static Failure slow(Duration delay) {
    return new Slow(delay);
  }

  /** No answer while the simulator runs; the connection stays open. */
  static Failure hang() {
    return new Slow(Duration.ofDays(1));
  }

  /** The right answer, byte by byte with a pause before each. */
  static Failure drip(Duration pause) {
    return new Drip(pause);
  }

  /** HTTP 200 with an oversized JSON body: a string of this many bytes. */
  static Failure huge(int bytes) {
    return new Huge(bytes);
  }

  /** The right body under another content type. */
  static Failure contentType(String contentType) {
    return new Mislabelled(contentType);
  }

  /** The correct answer, truncated in the middle of its body. */
  static Failure truncated() {
    return new Truncated();
  }

  /**
   * A connection that closes without an answer. Some HTTP clients, such as the JDK's, then retry by
   * themselves, so a test must script several failures for the caller to see one.
   */
  static Failure reset() {
    return new Reset();
  }

  /** A reply in place of the right answer. */
  final class Answer implements Failure {
    private final Reply reply;

    private Answer(Reply reply) {
      this.reply = reply;
    }

    Reply reply() {
      return reply;
    }
  }

  /** The right answer after a delay. */
  record Slow(Duration delay) implements Failure {}

  /** The right answer, one byte at a time. */
  record Drip(Duration pause) implements Failure {}

  /** An oversized answer. */
  record Huge(int bytes) implements Failure {}

  /** The right answer under a wrong content type. */
  record Mislabelled(String contentType) implements Failure {}

  /** The right answer, cut off in the middle of its body. */
  record Truncated() implements Failure {}

  /** A connection that closes without an answer. */
  record Reset() implements Failure {}
}
