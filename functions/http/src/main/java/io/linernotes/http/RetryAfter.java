package io.linernotes.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} header: seconds, or an HTTP date that is compared with the reply's own
 * {@code Date}, so that the two clocks need not agree.
 *
 * <p>These values count as absent, and the caller uses its own back-off: zero and negative times
 * (busy MusicBrainz servers send 0, and an immediate retry keeps them busy), times of more than two
 * days (the longest quotas last one day), and values that are neither a number nor a date.
 */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /**
   * The time to wait.
   *
   * @param header the header's value, null if there is none
   * @param date the {@code Date} header of the same reply
   */
  static Optional<Duration> of(@Nullable String header, @Nullable String date) {
    return header == null
        ? Optional.empty()
        : parsed(header.strip(), date)
            .filter(Duration::isPositive)
            .filter(time -> time.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> parsed(String header, @Nullable String date) {
    return SECONDS.matcher(header).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
        : instant(date).flatMap(now -> instant(header).map(then -> Duration.between(now, then)));
  }

  private static Optional<Instant> instant(@Nullable String httpDate) {
    if (httpDate == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
