package io.linernotes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final String DATE = "Thu, 26 Nov 2026 12:00:00 GMT";

  @ParameterizedTest
  @CsvSource({"7, PT7S", "' 30 ', PT30S", "48925, PT13H35M25S", "172800, PT48H"})
  void readsSeconds(String header, Duration expected) {
    assertThat(reply(Map.of("retry-after", header)).retryAfter()).contains(expected);
  }

  @Test
  void readsADateAgainstTheReplysOwnDate() {
    assertThat(
            reply(Map.of("Retry-After", "Thu, 26 Nov 2026 12:01:30 GMT", "Date", DATE))
                .retryAfter())
        .contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-5",
        "172801",
        "999999999",
        "99999999999999999999",
        "1.5",
        "soon",
        "",
        "Thu, 26 Nov 2026 12:00:00 GMT",
        "Thu, 26 Nov 2026 11:00:00 GMT",
        "Thu, 26 Nov 2099 12:00:00 GMT",
        "Thu, 99 Nov 2026 12:00:00 GMT"
      })
  void whatIsNoAdviceReadsAsNone(String header) {
    assertThat(reply(Map.of("Retry-After", header, "Date", DATE)).retryAfter()).isEmpty();
  }

  @Test
  void aDateInAReplyWithoutADateReadsAsNone() {
    assertThat(reply(Map.of("Retry-After", DATE)).retryAfter()).isEmpty();
  }

  @Test
  void aFloorStandsInForAdviceThatIsShorterOrAbsent() {
    Duration floor = Duration.ofMinutes(2);

    assertThat(reply(Map.of("Retry-After", "5")).retryAfter(floor)).isEqualTo(floor);
    assertThat(reply(Map.of()).retryAfter(floor)).isEqualTo(floor);
    assertThat(reply(Map.of("Retry-After", "600")).retryAfter(floor)).hasMinutes(10);
  }

  private static HttpReply reply(Map<String, String> headers) {
    return new HttpReply(429, headers, new byte[0]);
  }
}
