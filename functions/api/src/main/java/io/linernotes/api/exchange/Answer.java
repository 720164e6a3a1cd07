package io.linernotes.api.exchange;

import io.linernotes.json.PlainFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param lookups what the cache held for it, which the handler counts and logs
 */
public record Answer(int status, Map<String, String> headers, String body, Lookups lookups) {

  /** The shortest {@code Retry-After}; more frequent polls bring nothing new. */
  private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer for which the cache was not read. */
  public Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, body, Lookups.NONE);
  }

  /** A JSON body. */
  public static Answer json(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  /** An error. */
  public static Answer of(Problem problem) {
    return new Answer(
        problem.status(),
        Map.of("Content-Type", "application/problem+json"),
        PlainFormat.compactText(problem));
  }

  /**
   * 202: something is on its way.
   *
   * @param eta when the rest is expected; {@code Retry-After} is this value within 1 to 10 seconds
   */
  public static Answer pending(String body, Duration eta) {
    return json(202, body).retryAfter(eta.compareTo(LONGEST_RETRY) < 0 ? eta : LONGEST_RETRY);
  }

  /**
   * 200: nothing is on its way.
   *
   * @param refusedFor how long a provider's cooldown delays a missing part; null if none does
   */
  public static Answer settled(String body, @Nullable Duration refusedFor) {
    Answer answer = json(200, body);
    return refusedFor == null ? answer : answer.retryAfter(refusedFor);
  }

  /** The answer with {@code Retry-After} in whole seconds, rounded up, at least 1. */
  public Answer retryAfter(Duration delay) {
    Duration atLeast = delay.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : delay;
    return with("Retry-After", String.valueOf(atLeast.plusMillis(999).toSeconds()));
  }

  /** The answer with {@code Age}: the seconds since its oldest record was fetched. */
  public Answer age(Instant fetchedAt, Instant now) {
    long seconds = Math.max(0, Duration.between(fetchedAt, now).toSeconds());
    return with("Age", String.valueOf(seconds));
  }

  /** The answer with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, lookups);
  }

  /** The answer with what the cache held for it. */
  public Answer with(Lookups found) {
    return new Answer(status, headers, body, found);
  }

  /** The answer with {@code Preference-Applied} where the request prefers to wait. */
  public Answer preferenceApplied(Request request) {
    Duration wait = request.longestWait();
    return wait.isZero() ? this : with("Preference-Applied", "wait=" + wait.toSeconds());
  }
}
