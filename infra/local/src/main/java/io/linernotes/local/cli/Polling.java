package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.local.cli.ApiClient.Answer;
import java.time.Duration;
import java.util.function.Function;

/**
 * Polls until an answer is complete. Each request is a long poll: the service holds it as long as
 * it can.
 */
record Polling(ApiClient api) {
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(20);

  /** The last answer's body. */
  JsonNode untilComplete(Function<Duration, Answer> request) {
    while (true) {
      var answer = request.apply(LONGEST_HOLD);
      if (!answer.onItsWay()) {
        return answer.body();
      }
    }
  }
}
