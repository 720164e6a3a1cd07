package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Track;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistContentsTest {

  private static final String BASE = "https://api.example/playlists/" + PLAYLIST;

  private final ScriptedHttp http = new ScriptedHttp();
  private final SpotifyClient client =
      new SpotifyClient(
          http,
          URI.create("https://api.example"),
          new SpotifyAccounts(
              new ScriptedHttp().replying(200, Bodies.token("t", 3600)),
              URI.create("https://accounts.example"),
              "id",
              () -> "secret",
              MovableClock.atNoon()),
          SpotifyMode.AUTO);

  @ParameterizedTest
  @CsvSource({"items, item, 50", "tracks, track, 100"})
  void takesTheFirstPageFromThePlaylist(String contents, String entry, int pageSize) {
    http.replying(
        200,
        Bodies.playlist(contents, Bodies.page(Bodies.entries(entry, 0, 3), 0, 100, 250, true)));

    FetchedPlaylist fetched = value(client.playlist(PLAYLIST));

    assertThat(http.urls()).containsExactly(BASE);
    assertThat(fetched.playlist())
        .isEqualTo(
            new Playlist(PLAYLIST, "Mix", "Rock & roll", "A DJ", "v1", 250, 3, pageSize, false));
    assertThat(fetched.firstPage())
        .isNotNull()
        .returns(0, PlaylistPage::offset)
        .returns("v1", PlaylistPage::snapshotId);
    assertThat(titles(Objects.requireNonNull(fetched.firstPage()).entries()))
        .containsExactly("Song 0", "Song 1", "Song 2");
  }

  @Test
  void prefersItemsWhereBothAreThere() {
    String tracks = Bodies.page(Bodies.entries("track", 5, 6), 0, 100, 1, false);
    String items = Bodies.page(Bodies.entries("item", 0, 1), 0, 100, 1, false);
    http.replying(200, Bodies.playlist("tracks", tracks + ",\"items\":" + items));

    FetchedPlaylist fetched = value(client.playlist(PLAYLIST));

    assertThat(fetched.playlist().pageSize()).isEqualTo(50);
    assertThat(titles(Objects.requireNonNull(fetched.firstPage()).entries()))
        .containsExactly("Song 0");
  }

  @Test
  void knowsAnEmptyPlaylist() {
    http.replying(200, Bodies.playlist("items", Bodies.page("", 0, 100, 0, false)));

    FetchedPlaylist fetched = value(client.playlist(PLAYLIST));

    assertThat(fetched.playlist())
        .returns(0, Playlist::totalTracks)
        .returns(false, Playlist::contentsForbidden);
    assertThat(fetched.firstPage())
        .isNotNull()
        .extracting(PlaylistPage::entries)
        .asList()
        .isEmpty();
    assertThat(http.calls()).hasSize(1);
  }

  @Test
  void readsAbsentMetadataAsUnknown() {
    http.replying(
        200,
        """
        {"id":"%s","name":"","description":"","owner":{"display_name":null,"id":"dj"},
         "items":%s}"""
            .formatted(PLAYLIST, Bodies.page("", 0, 50, 0, false)));

    assertThat(value(client.playlist(PLAYLIST)).playlist())
        .isEqualTo(new Playlist(PLAYLIST, null, null, "dj", null, 0, 0, 50, false));
  }

  @ParameterizedTest
  @CsvSource({"''", "',\"items\":{\"href\":\"x\",\"total\":3}'", "',\"tracks\":null'"})
  void asksForTheContentsThatThePlaylistLacks(String contents) {
    http.replying(200, Bodies.playlist(null, null).replace("\"v1\"", "\"v1\"" + contents))
        .replying(200, Bodies.page(Bodies.entries("item", 0, 3), 0, 50, 3, false));

    FetchedPlaylist fetched = value(client.playlist(PLAYLIST));

    assertThat(http.urls()).containsExactly(BASE, BASE + "/items?offset=0&limit=50");
    assertThat(fetched.playlist())
        .returns(3, Playlist::totalTracks)
        .returns(3, Playlist::firstPage)
        .returns("v1", Playlist::snapshotId);
  }

  @ParameterizedTest
  @CsvSource({"403, 403", "403, 404", "404, 403", "404, 404"})
  void remembersThatTheContentsAreForbidden(int items, int tracks) {
    http.replying(200, Bodies.playlist(null, null))
        .replying(items, Bodies.error(items, "no"))
        .replying(tracks, Bodies.error(tracks, "no"));

    FetchedPlaylist fetched = value(client.playlist(PLAYLIST));

    assertThat(http.urls()).hasSize(3).last().asString().contains("/tracks?offset=0&limit=");
    assertThat(fetched.firstPage()).isNull();
    assertThat(fetched.playlist())
        .isEqualTo(new Playlist(PLAYLIST, "Mix", "Rock & roll", "A DJ", "v1", 0, 0, 50, true));
  }

  @Test
  void knowsAPlaylistThatIsForbiddenAltogether() {
    http.replying(403, Bodies.error(403, "Forbidden"));

    assertThat(value(client.playlist(PLAYLIST)).playlist().contentsForbidden()).isTrue();
    assertThat(http.calls()).hasSize(1);
  }

  @Test
  void doesNotTakeThrottlingForForbidden() {
    http.replying(200, Bodies.playlist(null, null))
        .replying(403, Bodies.error(403, "Forbidden"))
        .replying(429, Bodies.error(429, "API rate limit exceeded"), Map.of("Retry-After", "4"));

    assertThat(client.playlist(PLAYLIST)).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(4)));
  }

  @Test
  void knowsThatThereIsNoSuchPlaylist() {
    http.replying(404, Bodies.error(404, "Resource not found"))
        .replying(400, Bodies.error(400, "Invalid playlist Id"));

    assertThat(client.playlist(PLAYLIST)).isEqualTo(new Outcome.Missing<>());
    assertThat(client.playlist(PLAYLIST)).isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"items\":{\"items\":[],\"total\":0}}",
        "{\"type\":\"user\",\"id\":\"dj\"}"
      })
  void callsAReplyThatIsNoPlaylistUnavailable(String body) {
    http.replying(200, body);

    assertThat(client.playlist(PLAYLIST)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void asksForAPageByItems() {
    http.replying(200, Bodies.page(Bodies.entries("item", 50, 100), 50, 50, 120, true));

    assertThat(titles(page(50, 50))).hasSize(50).first().isEqualTo("Song 50");
    assertThat(http.urls()).containsExactly(BASE + "/items?offset=50&limit=50");
  }

  @Test
  void asksForAPageByThePathThatThePlaylistShowed() {
    http.replying(
            200,
            Bodies.playlist("tracks", Bodies.page(Bodies.entries("track", 0, 1), 0, 100, 30, true)))
        .replying(200, Bodies.page(Bodies.entries("track", 1, 30), 1, 29, 30, false));
    client.playlist(PLAYLIST);

    assertThat(page(1, 29)).hasSize(29);
    assertThat(http.urls().getLast()).isEqualTo(BASE + "/tracks?offset=1&limit=29");
  }

  @Test
  void asksForALongPageByTheOldPath() {
    http.replying(200, Bodies.page(Bodies.entries("track", 100, 200), 100, 100, 300, true));

    assertThat(page(100, 100)).hasSize(100);
    assertThat(http.urls()).containsExactly(BASE + "/tracks?offset=100&limit=100");
  }

  @Test
  void goesOnByTheOtherPathOnceOneIsRefused() {
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, Bodies.page(Bodies.entries("item", 100, 150), 100, 50, 300, true))
        .replying(200, Bodies.page(Bodies.entries("item", 150, 200), 150, 50, 300, true))
        .replying(200, Bodies.page(Bodies.entries("item", 200, 250), 200, 50, 300, true))
        .replying(200, Bodies.page(Bodies.entries("item", 250, 300), 250, 50, 300, false));

    List<PlaylistEntry> first = page(100, 100);
    List<PlaylistEntry> second = page(200, 100);

    assertThat(titles(first)).hasSize(100).contains("Song 100", "Song 199").doesNotHaveDuplicates();
    assertThat(titles(second)).hasSize(100).contains("Song 200", "Song 299");
    assertThat(http.urls())
        .containsExactly(
            BASE + "/tracks?offset=100&limit=100",
            BASE + "/items?offset=100&limit=50",
            BASE + "/items?offset=150&limit=50",
            BASE + "/items?offset=200&limit=50",
            BASE + "/items?offset=250&limit=50");
  }

  @Test
  void asksForTheRestOfAShortPage() {
    http.replying(200, Bodies.page(Bodies.entries("item", 50, 70), 50, 20, 120, true))
        .replying(200, Bodies.page(Bodies.entries("item", 70, 100), 70, 30, 120, true));

    assertThat(titles(page(50, 50)))
        .hasSize(50)
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo("Song 99");
    assertThat(http.urls().getLast()).isEqualTo(BASE + "/items?offset=70&limit=30");
  }

  @Test
  void leavesWhatBelongsToTheNextPage() {
    http.replying(200, Bodies.page(Bodies.entries("item", 50, 150), 50, 100, 200, true));

    assertThat(titles(page(50, 50))).hasSize(50).last().isEqualTo("Song 99");
  }

  @Test
  void acceptsThatThePlaylistShrank() {
    http.replying(200, Bodies.page(Bodies.entries("item", 50, 60), 50, 50, 60, false))
        .replying(200, Bodies.page("", 100, 50, 60, false));

    assertThat(page(50, 50)).hasSize(10);
    assertThat(page(100, 50)).isEmpty();
  }

  @Test
  void placesThatTheRepliesDoNotTellAreUnknown() {
    http.replying(200, Bodies.page(Bodies.entries("item", 50, 80), 50, 50, 90, false))
        .replying(200, Bodies.page("", 80, 10, 90, false));

    List<PlaylistEntry> entries = page(50, 50);

    assertThat(titles(entries)).hasSize(30);
    assertThat(entries.subList(30, 40)).containsOnly(new PlaylistEntry.Unknown()).hasSize(10);
  }

  @Test
  void anElementThatIsNoEntryIsUnknown() {
    http.replying(200, Bodies.page("42," + Bodies.entries("item", 0, 1), 50, 50, 52, false));

    assertThat(page(50, 50)).first().isEqualTo(new PlaylistEntry.Unknown());
  }

  @Test
  void callsAnEmptyPageOfAPlaylistThatGoesOnUnavailable() {
    http.replying(200, Bodies.page("", 50, 50, 105, false))
        .replying(200, Bodies.playlist("items", Bodies.page("", 0, 50, 105, false)))
        .replying(200, Bodies.page("", 0, 50, 105, false));

    assertThat(client.page(PLAYLIST, 50, 50)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client.playlist(PLAYLIST)).isInstanceOf(Outcome.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100000000", "2147483648", "1e300", "1.5", "null", "\"many\"", "2"})
  void refusesATotalThatNoPlaylistHas(String total) {
    String page =
        Bodies.page(Bodies.entries("item", 0, 3), 0, 50, 120, true)
            .replace("\"total\":120", "\"total\":" + total);
    http.replying(200, Bodies.playlist("items", page)).replying(200, page);

    assertThat(client.playlist(PLAYLIST)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client.page(PLAYLIST, 0, 50)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void asksForNothingWhereNothingIsExpected() {
    assertThat(page(0, 0)).isEmpty();
    assertThat(http.calls()).isEmpty();
  }

  @Test
  void keepsEveryPlace() {
    String entries =
        String.join(
            ",",
            Bodies.entry("item", Bodies.track(1)),
            Bodies.entry("item", "null"),
            "null",
            Bodies.entry("item", Bodies.track(1)));
    http.replying(200, Bodies.page(entries, 50, 50, 54, false));

    assertThat(page(50, 50)).hasSize(4).element(1).isEqualTo(new PlaylistEntry.Unavailable());
  }

  @Test
  void refusesEntriesFromAnotherOffset() {
    http.replying(200, Bodies.page(Bodies.entries("item", 0, 50), 0, 50, 200, true));

    assertThat(client.page(PLAYLIST, 50, 50)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void callsAPageWithoutEntriesUnavailable() {
    http.replying(200, "{\"total\":120}");

    assertThat(client.page(PLAYLIST, 50, 50)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void tellsAForbiddenPageFromAMissingOne() {
    String notFound = Bodies.error(404, "Resource not found");
    http.replying(404, notFound)
        .replying(404, notFound)
        .replying(403, Bodies.bareError(403))
        .replying(404, notFound);

    assertThat(client.page(PLAYLIST, 50, 50)).isEqualTo(new Outcome.Missing<>());
    assertThat(client.page(PLAYLIST, 50, 50)).isInstanceOf(Outcome.Unsupported.class);
  }

  private List<PlaylistEntry> page(int offset, int limit) {
    return value(client.page(PLAYLIST, offset, limit));
  }

  private static List<@Nullable String> titles(List<PlaylistEntry> entries) {
    return entries.stream().flatMap(entry -> entry.asTrack().stream()).map(Track::title).toList();
  }

  private static <T> T value(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found<T>) outcome).value();
  }
}
