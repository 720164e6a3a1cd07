package io.linernotes.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.Quirk;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.Song;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class EnrichmentTest {

  private static final String PATH = "/v1/tracks/enrichment";

  /** Lambda's limit for a response, in bytes. */
  private static final int LARGEST_ANSWER = 6 * 1024 * 1024;

  private final RunningService service;
  private final Simulator simulator;

  EnrichmentTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @Test
  void completesTracksKnownByTheirIdAlone() {
    Song[] songs = service.songs(0, 3);

    JsonNode answer = enriched(byId(songs[0]), byId(songs[1]), byId(songs[2]));

    assertComplete(answer, 3);
    assertThat(Answers.ofTracks(answer, "/title"))
        .containsExactly(songs[0].title(), songs[1].title(), songs[2].title());
    assertThat(Answers.section(answer, "audio_features").path("hit").asInt()).isEqualTo(3);
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /tracks")).isOne();
  }

  @Test
  void completesTracksKnownByTheirIsrcAlone() {
    Song[] songs = service.songs(0, 2);

    JsonNode answer = enriched(byIsrc(songs[0]), byIsrc(songs[1]));

    assertComplete(answer, 2);
    assertThat(Answers.ofTracks(answer, "/title"))
        .containsExactly(songs[0].title(), songs[1].title());
    assertThat(Answers.ofTracks(answer, "/audio_features/status")).containsOnly("hit");
    assertThat(Answers.ofTracks(answer, "/audio_features/data/source")).containsOnly("reccobeats");
    assertThat(simulator.report().of(Provider.RECCOBEATS).callsByEndpoint())
        .containsOnlyKeys("GET /track", "GET /audio-features");
    assertThat(simulator.report().of(Provider.SPOTIFY).calls("GET /tracks")).isZero();
  }

  @Test
  void completesTracksKnownByNameAlone() {
    Song song = simulator.catalogue().titled("花束を君に");
    Song cyrillic = simulator.catalogue().titled("Группа крови");
    Song accented = simulator.catalogue().titled("Hoppípolla");

    JsonNode answer = enriched(byName(song), byName(cyrillic), byName(accented));

    assertComplete(answer, 3);
    assertThat(answer.at("/tracks/0/lastfm/data/canonical_artist").asText())
        .isEqualTo(song.lastfmArtist());
    assertThat(answer.at("/tracks/1/deezer/data/bpm").asDouble()).isEqualTo(cyrillic.bpm());
    assertThat(answer.at("/tracks/2/deezer/data/source").asText())
        .isEqualTo("deezer-via-musicbrainz");
    assertThat(Answers.ofTracks(answer, "/audio_features/data/source")).contains("reccobeats");
    assertThat(answer.path("artists").has("宇多田ヒカル")).isTrue();
    assertThat(answer.at("/artists/Sigur Rós/status").asText()).isEqualTo("hit");
  }

  @Test
  void asksOnceForWhatIsThereTwice() {
    Song song = service.songs(0, 1)[0];

    JsonNode answer = enriched(byId(song), byIsrc(song), byName(song), byId(song), byName(song));

    assertComplete(answer, 5);
    assertThat(answer.at("/tracks/0/deezer/data")).isEqualTo(answer.at("/tracks/3/deezer/data"));
    assertThat(answer.path("artists")).hasSize(1);
    assertThat(simulator.report().of(Provider.LASTFM).callsByEndpoint())
        .containsEntry("track.getInfo", 1)
        .containsEntry("artist.getInfo", 1);
    assertThat(simulator.report().of(Provider.SPOTIFY).callsByEndpoint())
        .containsEntry("GET /tracks/{id}", 1);
  }

  @Test
  void saysMissForWhatNobodyKnows() {
    JsonNode answer =
        enriched(
            "{\"spotify_id\":\"0000000000000000000000\"}",
            "{\"isrc\":\"QZZZZ9999999\"}",
            "{\"title\":\"No Such Song\",\"artists\":[\"No Such Artist\"]}");

    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(Answers.ofTracks(answer, "/deezer/status").subList(1, 3))
        .containsExactly("miss", "miss");
    assertThat(Answers.ofTracks(answer, "/lastfm/status").getLast()).isEqualTo("miss");
    assertThat(answer.path("tracks")).hasSize(3);
  }

  @Test
  void takesNoOtherSongForAnIsrcsSake() {
    Song misfiled = simulator.catalogue().titled("Gantz Graf");

    JsonNode answer = enriched(byId(misfiled));

    assertThat(answer.at("/tracks/0/deezer/data/match/by").asText()).isEqualTo("artist_title");
    assertThat(answer.at("/tracks/0/deezer/data/match/title").asText()).isEqualTo("Gantz Graf");
    assertThat(answer.at("/tracks/0/deezer/data/bpm").asDouble()).isEqualTo(misfiled.bpm());
  }

  @Test
  void readsOddNames() {
    Song quoted = simulator.catalogue().titled("\"Heroes\" - 2017 Remaster");
    Song slashed = simulator.catalogue().titled("Back In Black").with(Quirk.SPOTIFY_WITHOUT_ISRC);

    JsonNode answer =
        enriched(
            byName(quoted),
            byName(slashed),
            "{\"title\":\"a\\\" OR isrc:*\",\"artists\":[\"%:&=?#/\\\\ \\u0000\"]}",
            "{\"title\":\"🎵\",\"artists\":[\"🎤\"]}");

    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(Answers.ofTracks(answer, "/deezer/status"))
        .containsExactly("hit", "hit", "miss", "miss");
  }

  @Test
  void answersFiveHundredTracksAtOnce() {
    Song[] songs = service.songs(0, 500);
    String[] tracks = Arrays.stream(songs).map(EnrichmentTest::byId).toArray(String[]::new);

    Reply reply = service.postWhenQuiet(PATH, body(tracks));

    assertComplete(reply.json(), 500);
    assertThat(Answers.ofTracks(reply.json(), "/id"))
        .isEqualTo(Arrays.stream(songs).map(Song::spotifyId).toList());
    assertThat(Answers.ofTracks(reply.json(), "/position"))
        .isEqualTo(IntStream.range(0, 500).mapToObj(String::valueOf).toList());
    assertThat(reply.response().body().getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
    assertThat(simulator.report().of(Provider.SPOTIFY).callsByEndpoint())
        .containsEntry("GET /tracks", 10)
        .containsEntry("GET /audio-features", 5);
  }

  private JsonNode enriched(String... tracks) {
    Reply reply = service.postWhenQuiet(PATH, body(tracks));
    assertThat(reply.status()).isEqualTo(200);
    return reply.json();
  }

  private static void assertComplete(JsonNode answer, int tracks) {
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(answer.path("tracks")).hasSize(tracks);
    assertThat(Answers.ofTracks(answer, "/deezer/status")).containsOnly("hit");
    assertThat(Answers.ofTracks(answer, "/lastfm/status")).containsOnly("hit");
  }

  private static String body(String... tracks) {
    return Arrays.stream(tracks).collect(Collectors.joining(",", "{\"tracks\":[", "]}"));
  }

  private static String byId(Song song) {
    return "{\"spotify_id\":\"" + song.spotifyId() + "\"}";
  }

  private static String byIsrc(Song song) {
    return "{\"isrc\":\"" + song.isrc() + "\"}";
  }

  private static String byName(Song song) {
    return "{\"title\":\"%s\",\"artists\":[\"%s\"],\"duration_ms\":%d}"
        .formatted(
            song.title().replace("\"", "\\\""), song.mainArtist(), song.duration().toMillis());
  }
}
