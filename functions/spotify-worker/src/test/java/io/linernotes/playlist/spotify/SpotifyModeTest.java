package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static io.linernotes.playlist.spotify.Bodies.id;
import static io.linernotes.playlist.spotify.Bodies.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.config.Configuration;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.time.MovableClock;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which calls are made in which mode. */
class SpotifyModeTest {

  private static final RecommendationSeeds SEEDS =
      new RecommendationSeeds(List.of(id(2), id(1)), 7);

  private final ScriptedHttp http = new ScriptedHttp();

  @Test
  void isFoundOutUnlessItIsSet() {
    assertThat(SpotifyMode.of(Configuration.of(Map.of()))).isEqualTo(SpotifyMode.AUTO);
    assertThat(SpotifyMode.of(Configuration.of(Map.of("SPOTIFY_MODE", "extended"))))
        .isEqualTo(SpotifyMode.EXTENDED);
    assertThatIllegalStateException()
        .isThrownBy(() -> SpotifyMode.of(Configuration.of(Map.of("SPOTIFY_MODE", "premium"))))
        .withMessage("SPOTIFY_MODE is premium. Set it to auto, development or extended.");
  }

  @Test
  void developmentModeNeverTriesABatch() {
    http.replying(200, Bodies.track(1)).replying(200, Bodies.track(2));

    client(SpotifyMode.DEVELOPMENT).tracks(ids(1, 3));

    assertThat(http.urls())
        .containsExactly(
            "https://api.example/tracks/" + id(1), "https://api.example/tracks/" + id(2));
  }

  @Test
  void developmentModeNeverTriesTheOldPathOfAPlaylist() {
    http.replying(200, Bodies.playlist(null, null)).replying(403, Bodies.bareError(403));

    Outcome<FetchedPlaylist> outcome = client(SpotifyMode.DEVELOPMENT).playlist(PLAYLIST);

    assertThat(http.urls()).hasSize(2).allMatch(url -> !url.contains("/tracks"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Found.class,
            found ->
                assertThat(((FetchedPlaylist) found.value()).playlist().contentsForbidden())
                    .isTrue());
  }

  @Test
  void developmentModeNeverAsksForWhatIsRefusedAnyway() {
    SpotifyClient client = client(SpotifyMode.DEVELOPMENT);

    assertThat(client.audioFeatures(ids(1, 3)).failure()).isInstanceOf(Outcome.Unsupported.class);
    assertThat(client.artists(ids(1, 3)).failure()).isInstanceOf(Outcome.Unsupported.class);
    assertThat(client.recommendations(SEEDS)).isInstanceOf(Outcome.Unsupported.class);
    assertThat(http.calls()).isEmpty();
  }

  @Test
  void extendedModeAsksForManyAtOnce() {
    http.replying(200, Bodies.list("tracks", List.of(Bodies.track(1), Bodies.track(2))))
        .replying(
            200, Bodies.list("artists", List.of(artist(1, "\"house\",null,\"disco\""), "null")));

    SpotifyClient client = client(SpotifyMode.EXTENDED);
    BatchResult<SpotifyId, Track> tracks = client.tracks(ids(1, 3));
    BatchResult<SpotifyId, SpotifyArtist> artists = client.artists(ids(1, 3));

    assertThat(http.calls()).hasSize(2);
    assertThat(tracks.found()).containsOnlyKeys(id(1), id(2));
    assertThat(artists.found())
        .containsExactly(
            Map.entry(id(1), new SpotifyArtist(id(1), "Artist", List.of("house", "disco"))));
    assertThat(artists.missing()).containsExactly(id(2));
  }

  @Test
  void tellsNoGenresWhereThereAreNone() {
    http.replying(200, "{\"artists\":[{\"id\":\"%s\",\"name\":\"Artist\"}]}".formatted(id(1)));

    assertThat(client(SpotifyMode.AUTO).artists(ids(1, 2)).found())
        .containsExactly(Map.entry(id(1), new SpotifyArtist(id(1), "Artist", List.of())));
  }

  @Test
  void searchesForTracks() {
    http.replying(
        200, "{\"tracks\":{\"items\":[" + Bodies.track(1) + ",null," + Bodies.track(2) + "]}}");

    Outcome<TrackList> outcome =
        client(SpotifyMode.AUTO).search(new SearchQuery("Björk & co isrc:GB", 3));

    assertThat(http.urls())
        .containsExactly(
            "https://api.example/search?type=track&limit=3&q=Bj%C3%B6rk%20%26%20co%20isrc%3AGB");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Found.class,
            found -> assertThat(((TrackList) found.value()).tracks()).hasSize(2));
  }

  @Test
  void takesNoHitsForAMissAndNonsenseForNone() {
    http.replying(200, "{\"tracks\":{\"items\":[]}}").replying(200, "{\"tracks\":{}}");
    SpotifyClient client = client(SpotifyMode.AUTO);
    SearchQuery query = new SearchQuery("zzzz", 1);

    assertThat(client.search(query)).isEqualTo(new Outcome.Missing<>());
    assertThat(client.search(query)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void asksForRecommendationsBySortedSeeds() {
    http.replying(200, Bodies.list("tracks", List.of(Bodies.track(3))));

    Outcome<TrackList> outcome = client(SpotifyMode.EXTENDED).recommendations(SEEDS);

    assertThat(http.urls())
        .containsExactly(
            "https://api.example/recommendations?seed_tracks=" + id(1) + "," + id(2) + "&limit=7");
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
  }

  @Test
  void takesRecommendationsThatAreGoneForRefused() {
    http.replying(404, Bodies.error(404, "Resource not found"))
        .replying(403, Bodies.bareError(403));

    assertThat(client(SpotifyMode.AUTO).recommendations(SEEDS))
        .isInstanceOf(Outcome.Unsupported.class);
    assertThat(client(SpotifyMode.AUTO).recommendations(SEEDS))
        .isInstanceOf(Outcome.Unsupported.class);
  }

  private static String artist(int number, String genres) {
    return "{\"id\":\"%s\",\"name\":\"Artist\",\"genres\":[%s]}".formatted(id(number), genres);
  }

  private SpotifyClient client(SpotifyMode mode) {
    return new SpotifyClient(
        http,
        URI.create("https://api.example"),
        new SpotifyAccounts(
            new ScriptedHttp().replying(200, Bodies.token("t", 3600)),
            URI.create("https://accounts.example"),
            "id",
            () -> "secret",
            MovableClock.atNoon()),
        mode);
  }
}
