package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Failure;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Quirk;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.Song;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways in which providers fail, none of which may be taken for an answer. */
@ExtendWith(SharedService.class)
class FailuresTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration REST_OF_THE_DAY = Duration.ofSeconds(48_925);

  private final RunningService service;
  private final Simulator simulator;

  FailuresTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @ParameterizedTest
  @EnumSource(names = "RECCOBEATS", mode = EnumSource.Mode.EXCLUDE)
  void takesNoFailureForAnAnswer(Provider provider) {
    failures(provider).forEach(failure -> simulator.fail(provider, failure));

    JsonNode answer = service.getWhenQuiet(analysis(service.playlistOf(mixed(8)))).json();

    assertComplete(answer, 8);
  }

  /** Several failures of each kind, but fewer than the five in a row that count as an outage. */
  private static Stream<Failure> failures(Provider provider) {
    return switch (provider) {
      case SPOTIFY ->
          Stream.of(Failure.tooManyRequests(SECOND), Failure.html(), Failure.expiredToken());
      case DEEZER ->
          Stream.of(
              Failure.deezerError(4),
              Failure.html(),
              Failure.truncated(),
              Failure.deezerError(700),
              Failure.deezerErrorWithoutCode(),
              Failure.slow(SECOND));
      case MUSICBRAINZ -> Stream.of(Failure.html());
      case LASTFM ->
          Stream.of(
              Failure.lastfmError(29),
              Failure.serverError(),
              Failure.truncated(),
              Failure.lastfmError(8),
              Failure.html(),
              Failure.slow(SECOND));
      case RECCOBEATS -> Stream.of();
    };
  }

  @Test
  void waitsWhileMusicBrainzShedsLoad() {
    simulator.fail(Provider.MUSICBRAINZ, Failure.loadShed());
    String path = analysis(service.playlistOf(mixed(8)));
    service.get(path);
    await()
        .atMost(RunningService.LONGEST_WAIT)
        .until(() -> !service.stores().keys("cooldown:musicbrainz").isEmpty());

    JsonNode answer = service.get(path).json();

    assertThat(Answers.section(answer, "deezer").path("miss").asInt()).isZero();
    assertThat(service.stores().misses()).isEmpty();
    assertThat(simulator.report().calls(Provider.MUSICBRAINZ)).isOne();
    // Otherwise it would take minutes until they are delivered again.
    service.stores().purge("MusicBrainzQueue");
  }

  @Test
  void leavesASuspendedKeyAlone() {
    String path = analysis(service.playlistOf(mixed(8)));
    simulator.fail(Provider.LASTFM, Failure.lastfmError(26), 1_000);

    Reply answer = service.getWhenQuiet(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("partial");
    JsonNode section = answer.json().at("/tracks/0/lastfm");
    assertThat(section.path("status").asText()).isEqualTo("throttled");
    assertThat(section.path("retry_after_seconds").asLong()).isGreaterThan(3_600);
    assertThat(Long.parseLong(answer.header("Retry-After"))).isGreaterThan(3_600);
    assertThat(Answers.section(answer.json(), "lastfm").path("throttled").asInt()).isEqualTo(8);
    assertThat(Answers.section(answer.json(), "deezer").path("hit").asInt()).isEqualTo(8);
    assertNothingMoreIsSent(path, Provider.LASTFM);
  }

  @Test
  void leavesSpotifyAloneOnceTheDaysQuotaIsUsedUp() {
    String known = analysis(service.playlistOf(mixed(8)));
    service.getWhenQuiet(known + "?include=deezer");
    simulator.fail(Provider.SPOTIFY, Failure.quotaExceeded(REST_OF_THE_DAY), 1_000);

    Reply answer = service.getWhenQuiet(known);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("partial");
    JsonNode section = answer.json().at("/tracks/0/audio_features");
    assertThat(section.path("status").asText()).isEqualTo("throttled");
    assertThat(section.path("retry_after_seconds").asLong()).isGreaterThan(48_000);
    assertThat(Answers.section(answer.json(), "lastfm").path("hit").asInt()).isEqualTo(8);
    assertNothingMoreIsSent(known, Provider.SPOTIFY);
    assertNothingMoreIsSent(analysis(service.playlistOf(mixed(3))), Provider.SPOTIFY);
  }

  @Test
  void saysWhenAPlaylistCannotBeHadToday() {
    simulator.fail(Provider.SPOTIFY, Failure.quotaExceeded(REST_OF_THE_DAY), 1_000);
    String path = analysis(service.playlistOf(mixed(3)));

    Reply answer = service.getWhenQuiet(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("pending");
    assertThat(answer.json().path("retry_after_seconds").asLong()).isGreaterThan(48_000);
    assertThat(Long.parseLong(answer.header("Retry-After"))).isGreaterThan(48_000);
  }

  private void assertNothingMoreIsSent(String path, Provider provider) {
    int calls = simulator.report().calls(provider);
    service.get(path);
    service.get(path);
    service.awaitQuiet();
    assertThat(simulator.report().calls(provider)).isEqualTo(calls);
  }

  private void assertComplete(JsonNode answer, int tracks) {
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(Answers.section(answer, "deezer").path("hit").asInt()).isEqualTo(tracks);
    assertThat(Answers.section(answer, "lastfm").path("hit").asInt()).isEqualTo(tracks);
    assertThat(Answers.section(answer, "audio_features").path("hit").asInt()).isEqualTo(tracks);
    assertThat(service.stores().misses()).isEmpty();
    assertThat(service.deadLetters()).isZero();
  }

  /** This many songs, half of them without an ISRC at Spotify, all known to MusicBrainz. */
  private Song[] mixed(int count) {
    Song[] songs = service.songs(0, count);
    for (int i = 0; i < count; i += 2) {
      songs[i] = songs[i].with(Quirk.SPOTIFY_WITHOUT_ISRC);
    }
    return songs;
  }
}
