package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static io.linernotes.playlist.spotify.Bodies.id;
import static io.linernotes.playlist.spotify.Bodies.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.MutatedReplies;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.json.Json;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.time.MovableClock;
import io.linernotes.track.SpotifyId;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** However a reply is damaged, nothing reads as missing unless the reply says so. */
class SpotifyMutationsTest {

  private static final int COUNT = 1_500;
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final List<SpotifyId> ASKED = ids(1, 4);

  private static final String TRACKS =
      Bodies.list("tracks", List.of(Bodies.track(1), "null", Bodies.track(3)));
  private static final String FEATURES =
      Bodies.list(
          "audio_features",
          List.of(Bodies.audioFeatures(id(1)), "null", Bodies.audioFeatures(id(3))));
  private static final String PAGE =
      Bodies.page(
          Bodies.entries("item", 50, 53) + "," + Bodies.entry("item", "null"), 50, 4, 120, true);

  @Test
  void aTrackOfABatchIsMissingOnlyByANullInItsPlace() {
    mutated(TRACKS, client -> client.tracks(ASKED), SpotifyMutationsTest::missingByNullInPlace);
  }

  @Test
  void audioFeaturesAreMissingOnlyByANullInTheirPlaceOrByZeros() {
    mutated(
        FEATURES,
        client -> client.audioFeatures(ASKED),
        (body, result) -> missingByNullInPlace(body, result));
  }

  @Test
  void aSingleTrackIsNeverMissingInAReplyThatSucceeds() {
    mutated(
        Bodies.track(1),
        client -> client.tracks(List.of(id(1))),
        (body, result) -> assertThat(result.missing()).as(body).isEmpty());
  }

  @Test
  void aPlaylistIsNeverMissingAndHasNoImpossibleSize() {
    mutated(
        Bodies.playlist("items", Bodies.page(Bodies.entries("item", 0, 3), 0, 50, 120, true)),
        client -> client.playlist(PLAYLIST),
        (body, outcome) -> {
          assertThat(outcome).as(body).isNotInstanceOf(Outcome.Missing.class);
          if (outcome instanceof Outcome.Found<FetchedPlaylist>(FetchedPlaylist fetched)) {
            assertThat(fetched.playlist().totalTracks()).isBetween(1, Playlist.MOST_ENTRIES);
          }
        });
  }

  @Test
  void aPageIsNeverMissingAndLosesNoPlace() {
    mutated(
        PAGE,
        client -> client.page(PLAYLIST, 50, 4),
        (body, outcome) -> {
          assertThat(outcome).as(body).isNotInstanceOf(Outcome.Missing.class);
          if (outcome instanceof Outcome.Found<List<PlaylistEntry>>(List<PlaylistEntry> entries)) {
            assertThat(entries).as(body).hasSize(4);
          }
        });
  }

  @Test
  void aSearchIsWithoutHitsOnlyIfTheListIsEmpty() {
    mutated(
        "{\"tracks\":{\"total\":2,\"items\":[" + Bodies.track(1) + "," + Bodies.track(2) + "]}}",
        client -> client.search(new SearchQuery("words", 5)),
        (body, outcome) -> {
          if (outcome instanceof Outcome.Missing) {
            Json tracks = json(body).at("tracks");
            assertThat(tracks.list("items")).as(body).noneMatch(Json::isPresent);
            assertThat(tracks.wholeNumber("total")).as(body).isIn(null, 0L);
          }
        });
  }

  @Test
  void anErrorIsAMissOnlyByItsOwnStatus() {
    for (int status : new int[] {400, 403, 404, 410}) {
      for (String body :
          MutatedReplies.of(
                  Bodies.error(status, "Resource not found"), COUNT, new Random(20_261_126))
              .toList()) {
        Outcome<FetchedPlaylist> outcome =
            client(new ScriptedHttp().replying(status, body)).playlist(PLAYLIST);

        if (outcome instanceof Outcome.Missing) {
          assertThat(json(body).wholeNumber("error", "status")).as(body).isEqualTo(status);
        }
      }
    }
  }

  @Test
  void noTokenCouldForgeAHeaderOrLastForAges() {
    MutatedReplies.of(Bodies.token("t", 3600), COUNT, new Random(20_261_126))
        .forEach(
            body -> {
              if (accounts(body).token() instanceof Outcome.Found<String>(String token)) {
                assertThat(token).as(body).matches("[!-~]+");
              }
            });
    assertThat(accounts("{\"access_token\":\"a\\nb\",\"expires_in\":3600}").token())
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(accounts("{\"access_token\":\"a\",\"expires_in\":100000000000000000}").token())
        .isEqualTo(new Outcome.Found<>("a"));
  }

  @Test
  void anotherEncodingIsUnavailable() {
    for (byte[] body : MutatedReplies.misencoded(TRACKS)) {
      BatchResult<SpotifyId, ?> result =
          client(new ScriptedHttp().replying(200, body)).tracks(ASKED);

      assertThat(result.missing()).isEmpty();
      assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
    }
  }

  private interface Check<T> {
    void of(String body, T result);
  }

  private static <T> void mutated(
      String valid, Function<SpotifyClient, T> asking, Check<? super T> check) {
    Consumer<String> tried =
        body -> {
          ScriptedHttp http = new ScriptedHttp();
          for (int i = 0; i < 4; i++) {
            http.replying(200, body);
          }
          long start = System.nanoTime();
          T result = asking.apply(client(http));
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
          check.of(body, result);
        };
    tried.accept(valid);
    MutatedReplies.of(valid, COUNT, new Random(20_261_126)).forEach(tried);
  }

  /** Either a null in the place of the id, or the zeros of a track that was not analysed. */
  private static void missingByNullInPlace(String body, BatchResult<SpotifyId, ?> result) {
    for (SpotifyId missing : result.missing()) {
      Json reply = json(body);
      List<Json> elements =
          reply.at("tracks").isArray() ? reply.list("tracks") : reply.list("audio_features");
      assertThat(elements).as(body).hasSameSizeAs(ASKED);
      assertThat(elements.get(ASKED.indexOf(missing)).isPresent()).as(body).isFalse();
    }
  }

  private static Json json(String body) {
    return Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static SpotifyClient client(ScriptedHttp http) {
    return new SpotifyClient(
        http,
        URI.create("https://api.example"),
        accounts(Bodies.token("t", 3600)),
        SpotifyMode.AUTO);
  }

  private static SpotifyAccounts accounts(String token) {
    return new SpotifyAccounts(
        new ScriptedHttp().replying(200, token),
        URI.create("https://accounts.example"),
        "id",
        () -> "secret",
        MovableClock.atNoon());
  }
}
