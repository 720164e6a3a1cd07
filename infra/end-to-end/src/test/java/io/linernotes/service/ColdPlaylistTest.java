package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.SimulatorReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An uncached playlist, under the providers' quotas. */
class ColdPlaylistTest {

  /** At four times the speed, windows are still longer than a busy machine's scheduling delays. */
  private static final double SCALE = 4;

  /** How late a thread may run because it waits for a processor. */
  private static final Duration JITTER = Duration.ofMillis(8);

  /** 100 tracks by 20 artists, 30 of them without an ISRC. */
  private static final String PLAYLIST = analysis(Simulator.generatedPlaylist(100));

  @Test
  void completesByItselfWithinEveryQuota() {
    try (var service =
        RunningService.start(SCALE, SimulatorOptions.defaults().withArrivalTolerance(JITTER))) {
      Reply first = service.get(PLAYLIST);

      assertThat(first.status()).isEqualTo(202);

      service.awaitQuiet();
      SimulatorReport report = service.simulator().report();

      Reply complete = service.get(PLAYLIST);
      assertThat(complete.status()).isEqualTo(200);
      assertThat(complete.json().path("status").asText()).isEqualTo("complete");
      assertThat(complete.json().at("/progress/sections/deezer/hit").asInt()).isEqualTo(100);
      assertThat(complete.json().at("/progress/sections/lastfm/hit").asInt()).isEqualTo(100);
      assertThat(complete.json().at("/progress/sections/artists/hit").asInt()).isEqualTo(20);
      assertThat(complete.json().at("/progress/sections/audio_features/hit").asInt())
          .isEqualTo(100);

      assertThat(report.breaches()).isZero();
      assertThat(report.providers().values()).allMatch(provider -> provider.throttled() == 0);
      assertThat(report.calls()).isLessThanOrEqualTo(350);
      assertThat(report.calls(Provider.LASTFM)).isEqualTo(2 * 100 + 20);
      assertThat(service.deadLetters()).isZero();

      Reply again = service.get(PLAYLIST);
      assertThat(again.json()).isEqualTo(complete.json());
      assertThat(service.simulator().report().calls()).isEqualTo(report.calls());
    }
  }
}
