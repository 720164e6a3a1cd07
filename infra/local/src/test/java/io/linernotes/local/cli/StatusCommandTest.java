package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  private static final String STATUS =
      """
      {"at":"2026-01-01T00:00:00Z","providers":{
        "deezer":{"quota":{"calls":50,"window_seconds":5.0},
          "used":{"last_minute":120,"last_minute_percent":20,"today":840,"throttled_today":1,"failed_today":0},
          "cooldown":{"reason":"throttled","seconds_left":12},
          "queue":{"waiting":3,"in_flight":1,"delayed":0,"dead_letters":null}}},
       "cache":{"audio_features":{"hit":7,"stale":0,"miss":2,"pending":0,"throttled":0,"unavailable":0,"unsupported":0}}}
      """;

  private final Console console = new Console(120);

  @Test
  void tellsHowEveryProviderIsDoing() throws IOException {
    try (var api = new ScriptedApi().answers(200, STATUS)) {
      assertThat(console.run("status", "--url", api.url())).isZero();
    }

    assertThat(console.out().lines().map(String::strip))
        .anySatisfy(
            line ->
                assertThat(line.split(" {2,}"))
                    .containsExactly(
                        "deezer",
                        "50 in 5 s",
                        "120 (20 %)",
                        "840",
                        "1",
                        "0",
                        "4",
                        "–",
                        "throttled, 12 s left"))
        .anySatisfy(
            line ->
                assertThat(line.split(" {2,}"))
                    .containsExactly("Audio features", "7", "0", "2", "0", "0", "0", "0"));
  }

  @Test
  void printsTheAnswerAsItCame() throws IOException {
    try (var api = new ScriptedApi().answers(200, STATUS)) {
      assertThat(console.run("status", "--url", api.url(), "--json")).isZero();
    }

    assertThat(Answers.parse(console.out())).isEqualTo(Answers.parse(STATUS));
  }
}
