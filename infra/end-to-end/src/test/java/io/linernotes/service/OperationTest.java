package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.enrichment.Section;
import io.linernotes.json.RecordFormat;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Failure;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.Song;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Situations that operators meet: duplicate deliveries, and ids that are not a playlist's. */
@ExtendWith(SharedService.class)
class OperationTest {

  private final RunningService service;
  private final Simulator simulator;

  OperationTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @Test
  void asksNobodyForADeliveryThatComesAgain() {
    Song song = service.songs(0, 1)[0];
    String playlist = service.playlistOf(song);
    service.getWhenQuiet(analysis(playlist));
    simulator.reset();

    deliverTwice(
        "SpotifyQueue", new Task.FetchPlaylist(new SpotifyId(playlist), Set.of(Section.values())));
    deliverTwice(
        "SpotifyQueue", new Task.FetchAudioFeatures(List.of(new SpotifyId(song.spotifyId()))));
    deliverTwice("DeezerQueue", new Task.FetchDeezerTrack(track(song), List.of(), Set.of()));
    deliverTwice("LastfmQueue", new Task.FetchLastfmTrack(song.mainArtist(), song.title()));
    deliverTwice("LastfmQueue", new Task.FetchLastfmArtist(song.mainArtist()));
    service.awaitQuiet();

    assertThat(simulator.report().calls()).isZero();
    assertThat(service.deadLetters()).isZero();
  }

  private static Track track(Song song) {
    return Track.of(
        new SpotifyId(song.spotifyId()),
        new Isrc(song.isrc()),
        song.title(),
        List.of(Artist.named(song.mainArtist())),
        song.duration());
  }

  private void deliverTwice(String queue, Task task) {
    String message = RecordFormat.message(new TaskMessage(task, "again", "again", Instant.now()));
    service.stores().deliver(queue, message);
    service.stores().deliver(queue, message);
  }

  @Test
  void saysThatThereIsNoSuchPlaylist() {
    String path = analysis("notAPlaylistOfAnybody0");

    assertThat(service.get(path).status()).isEqualTo(202);
    service.awaitQuiet();
    Reply unknown = service.get(path);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.json().path("field").asText()).isEqualTo("playlist_id");
    assertThat(unknown.json().path("detail").asText()).contains("public");
    assertThat(service.get(path).status()).isEqualTo(404);
    service.awaitQuiet();
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /playlists/{id}")).isOne();
  }

  @Test
  void tellsHowItIsDoing() {
    simulator.fail(Provider.LASTFM, Failure.tooManyRequests(Duration.ofHours(10)), 1_000);
    String path = analysis(service.playlistOf(service.songs(0, 5)));
    service.getWhenQuiet(path);

    Reply reply = service.get("/v1/status");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode providers = reply.json().path("providers");
    for (String provider : List.of("spotify", "deezer", "musicbrainz", "lastfm")) {
      JsonNode status = providers.path(provider);
      assertThat(status.at("/quota/calls").asInt()).isPositive();
      assertThat(status.at("/quota/window_seconds").isNumber()).isTrue();
      assertThat(status.at("/used/last_minute").isNumber()).isTrue();
      for (String count : List.of("waiting", "in_flight", "delayed", "dead_letters")) {
        assertThat(status.path("queue").path(count).isNumber()).isTrue();
      }
    }
    assertThat(providers.at("/deezer/used/today").asInt()).isEqualTo(5);
    assertThat(providers.at("/deezer/cooldown").isNull()).isTrue();
    assertThat(providers.at("/lastfm/cooldown/reason").asText()).isEqualTo("throttled");
    assertThat(providers.at("/lastfm/cooldown/seconds_left").asLong()).isGreaterThan(3_600);
    assertThat(providers.at("/lastfm/used/throttled_today").asInt()).isPositive();
    assertThat(reply.json().at("/cache/deezer/hit").asInt()).isEqualTo(5);
    assertThat(reply.json().at("/cache/lastfm/throttled").asInt()).isEqualTo(5);
  }
}
