package io.linernotes.service;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.DeezerSearch;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RecordLookup;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.spotify.SpotifyMode;
import io.linernotes.session.Profile;
import io.linernotes.session.Viewer;
import io.linernotes.simulator.Quirk;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the cache's table: its key, how long it is fresh, and that no provider is called
 * while it is.
 */
class CacheTableTest {

  private static final SpotifyId PLAYLIST = new SpotifyId(Simulator.generatedPlaylist(3));
  private static final SpotifyId TRACK = new SpotifyId("generatedTrack00000001");
  private static final Isrc RECORDING = new Isrc("GBAYE0601690");
  private static final SpotifyId ARTIST = new SpotifyId("generatedArtist0000000");
  private static final SpotifyId NOBODY = new SpotifyId("0000000000000000000000");
  private static final SearchQuery ABBEY = new SearchQuery("come together", 5);
  private static final SearchQuery NOTHING = new SearchQuery("isrc:XXXXX0000000", 5);
  private static final RecommendationSeeds SEEDS = new RecommendationSeeds(List.of(TRACK), 5);
  private static final RecommendationSeeds UNKNOWN_SEEDS =
      new RecommendationSeeds(List.of(NOBODY), 5);

  private final SimulatedProviders providers =
      new SimulatedProviders(SpotifyMode.AUTO, SimulatorOptions.unhurried());
  private final RecordLookup lookup =
      new RecordLookup(
          providers.cache,
          new Dispatcher(providers.cache, providers.queue, LeaseTime.ofEmptyQueues()));

  private int searched;

  @AfterEach
  void stop() {
    providers.close();
  }

  /** A row: the key, the stored record, how long it is fresh, and the task that fetches it. */
  record Row<T>(CacheKey<T> key, String written, Duration freshFor, Task task) {
    @Override
    public String toString() {
      return written;
    }
  }

  static Stream<Row<?>> rows() {
    Track named = named("Björk", "Jóga");
    return Stream.of(
        new Row<>(
            EnrichmentKeys.deezer(track(TRACK, "ZZGEN0000001")),
            "bpm:" + TRACK,
            ofDays(90),
            new Task.FetchDeezerTrack(track(TRACK, "ZZGEN0000001"), List.of(), Set.of())),
        new Row<>(
            EnrichmentKeys.isrc(named).orElseThrow(),
            "mb:isrc:björk:jóga:305",
            ofDays(30),
            new Task.FindIsrc(named)),
        new Row<>(
            EnrichmentKeys.lastfm("Björk", "Jóga"),
            "lastfm:" + Names.hash("Björk", "Jóga"),
            ofDays(7),
            new Task.FetchLastfmTrack("Björk", "Jóga")),
        new Row<>(
            EnrichmentKeys.artist("Björk"),
            "artist_" + Names.hash("bjÖrk"),
            ofDays(7),
            new Task.FetchLastfmArtist("Björk")),
        new Row<>(
            PlaylistKeys.playlist(PLAYLIST),
            "spotify:playlist:" + PLAYLIST,
            ofHours(24),
            new Task.FetchPlaylist(PLAYLIST, Set.of())),
        new Row<>(
            PlaylistKeys.page(PLAYLIST, 0),
            "spotify:playlist_tracks:" + PLAYLIST + ":0",
            ofHours(24),
            new Task.FetchPlaylistPage(PLAYLIST, 0, 3, null, Set.of())),
        new Row<>(
            EnrichmentKeys.audioFeatures(TRACK),
            "spotify:audio_features:" + TRACK,
            ofDays(7),
            new Task.FetchAudioFeatures(List.of(TRACK))),
        new Row<>(
            EnrichmentKeys.audioFeatures(TRACK),
            "spotify:audio_features:" + TRACK,
            ofDays(7),
            new Task.FetchReccoBeatsFeatures(List.of(TRACK))),
        new Row<>(
            EnrichmentKeys.audioFeatures(RECORDING),
            "reccobeats:audio_features:isrc:" + RECORDING,
            ofDays(7),
            new Task.FetchFeaturesByIsrc(List.of(RECORDING))),
        new Row<>(
            EnrichmentKeys.track(TRACK),
            "spotify:track:" + TRACK,
            ofDays(7),
            new Task.FetchTracks(List.of(TRACK), Set.of())),
        new Row<>(
            CatalogueKeys.search(ABBEY),
            "spotify:search:" + Names.hash("Come  Together", "5"),
            ofDays(7),
            new Task.FetchSearch(ABBEY)),
        new Row<>(
            CatalogueKeys.recommendations(SEEDS),
            "spotify:recommendations:" + Names.hash(TRACK.value(), "5"),
            ofHours(24),
            new Task.FetchRecommendations(SEEDS)),
        new Row<>(
            CatalogueKeys.artist(ARTIST),
            "spotify:artist:" + ARTIST,
            ofDays(7),
            new Task.FetchArtists(List.of(ARTIST))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void asksOnceInALifetime(Row<?> row) {
    assertThat(row.key().value()).isEqualTo(row.written());

    assertThat(callsOf(row)).as("asked").isPositive();
    assertThat(state(row).status()).isEqualTo(SectionState.Status.HIT);
    assertFreshFor(row.key(), row.freshFor());

    providers.clock.advance(row.freshFor().multipliedBy(94).dividedBy(100));
    assertThat(callsOf(row)).as("asked again while fresh").isZero();

    providers.clock.advance(row.freshFor().multipliedBy(6).dividedBy(100));
    assertThat(callsOf(row)).as("asked again when stale").isPositive();
    assertThat(state(row).status()).isEqualTo(SectionState.Status.HIT);
  }

  static Stream<Row<?>> misses() {
    Track unheard = named("Nobody", "Never");
    Track nameless = Track.of(null, new Isrc("XXXXX0000000"), null, List.of(), null);
    SpotifyId playlist = new SpotifyId("noSuchPlaylist00000000");
    return Stream.of(
        miss(
            EnrichmentKeys.deezer(nameless),
            new Task.FetchDeezerTrack(nameless, List.of(), Set.of())),
        miss(EnrichmentKeys.isrc(unheard).orElseThrow(), new Task.FindIsrc(unheard)),
        miss(
            EnrichmentKeys.lastfm("Nobody", "Never"), new Task.FetchLastfmTrack("Nobody", "Never")),
        miss(EnrichmentKeys.artist("Nobody"), new Task.FetchLastfmArtist("Nobody")),
        miss(PlaylistKeys.playlist(playlist), new Task.FetchPlaylist(playlist, Set.of())),
        miss(
            PlaylistKeys.page(playlist, 100),
            new Task.FetchPlaylistPage(playlist, 100, 50, null, Set.of())),
        miss(EnrichmentKeys.audioFeatures(NOBODY), new Task.FetchAudioFeatures(List.of(NOBODY))),
        miss(
            EnrichmentKeys.audioFeatures(NOBODY),
            new Task.FetchReccoBeatsFeatures(List.of(NOBODY))),
        miss(EnrichmentKeys.track(NOBODY), new Task.FetchTracks(List.of(NOBODY), Set.of())),
        miss(CatalogueKeys.search(NOTHING), new Task.FetchSearch(NOTHING)),
        miss(
            CatalogueKeys.recommendations(UNKNOWN_SEEDS),
            new Task.FetchRecommendations(UNKNOWN_SEEDS)),
        miss(CatalogueKeys.artist(NOBODY), new Task.FetchArtists(List.of(NOBODY))));
  }

  private static <T> Row<T> miss(CacheKey<T> key, Task task) {
    return new Row<>(key, key.value(), Duration.ZERO, task);
  }

  @ParameterizedTest
  @MethodSource("misses")
  void asksHalfAsOftenWithEachMissInARow(Row<?> row) {
    for (Duration length : List.of(Duration.ofMinutes(5), Duration.ofMinutes(10))) {
      assertThat(callsOf(row)).as("asked").isPositive();
      assertThat(state(row).status()).isEqualTo(SectionState.Status.MISS);
      assertThat(entry(row.key()).freshUntil()).isEqualTo(providers.clock.instant().plus(length));

      providers.clock.advance(length.minusSeconds(1));
      assertThat(callsOf(row)).as("asked again too soon").isZero();
      providers.clock.advance(Duration.ofSeconds(1));
    }
  }

  /** The search is part of a track's lookup, under whichever id the track is requested. */
  @Test
  void searchesDeezerForAnIsrcOnceInALifetime() {
    Song song = providers.simulator.catalogue().titled("Jóga").with(Quirk.DEEZER_BY_SEARCH_ONLY);
    providers.simulator.catalogue().put(song);
    CacheKey<DeezerSearch> key =
        EnrichmentKeys.deezerSearch(new Isrc(song.isrc()), Duration.ofSeconds(305));

    assertThat(key.value()).isEqualTo("deezer:search:" + song.isrc() + ":305");
    assertThat(searchesFor(song.isrc())).as("asked").isOne();
    assertThat(entry(key).isMiss()).isFalse();
    assertFreshFor(key, ofDays(7));

    providers.clock.advance(ofDays(7).multipliedBy(94).dividedBy(100));
    assertThat(searchesFor(song.isrc())).as("asked again while fresh").isZero();

    providers.clock.advance(ofDays(7).multipliedBy(6).dividedBy(100));
    assertThat(searchesFor(song.isrc())).as("asked again when stale").isOne();
  }

  @Test
  void searchesDeezerHalfAsOftenWithEachMissInARow() {
    CacheKey<DeezerSearch> key =
        EnrichmentKeys.deezerSearch(new Isrc("XXXXX0000000"), Duration.ofSeconds(305));
    for (Duration length : List.of(Duration.ofMinutes(5), Duration.ofMinutes(10))) {
      assertThat(searchesFor("XXXXX0000000")).as("asked").isOne();
      assertThat(entry(key).isMiss()).isTrue();
      assertThat(entry(key).freshUntil()).isEqualTo(providers.clock.instant().plus(length));

      providers.clock.advance(length.minusSeconds(1));
      assertThat(searchesFor("XXXXX0000000")).as("asked again too soon").isZero();
      providers.clock.advance(Duration.ofSeconds(1));
    }
  }

  /** Looks up an uncached track with this ISRC, and counts the searches. */
  private int searchesFor(String isrc) {
    SpotifyId id = new SpotifyId("searchedTrack%09d".formatted(++searched));
    Track track = Track.of(id, new Isrc(isrc), null, List.of(), Duration.ofSeconds(305));
    return calls(
        new Row<>(
            EnrichmentKeys.deezer(track),
            "",
            ofDays(90),
            new Task.FetchDeezerTrack(track, List.of(), Set.of())),
        "/search");
  }

  /**
   * Last.fm returns its corrected names along with a track, and later requests use those. The
   * correction needs no separate call, and nothing is stored if the names are correct.
   */
  @Test
  void asksLastfmByAWrongNameOnceInALifetime() {
    String wrong = "Guns and Roses";
    String title = "sweet child o mine";
    CacheKey<NameCorrection> key = EnrichmentKeys.correction(wrong, title);

    assertThat(key.value())
        .isEqualTo("lastfm:correction:" + Names.hash(wrong) + ":" + Names.hash(title));
    assertThat(callsByName(wrong, title)).as("asked").isPositive();
    assertThat(entry(key).value())
        .isEqualTo(new NameCorrection("Guns N' Roses", "Sweet Child o' Mine"));
    assertFreshFor(key, ofDays(30));

    providers.clock.advance(ofDays(30).multipliedBy(94).dividedBy(100));
    assertThat(callsByName(wrong, title)).as("asked again while fresh").isZero();
    // That answer contains the correction as well, so its lifetime starts again.
    providers.clock.advance(ofDays(30));
    assertThat(callsByName(wrong, title)).as("asked again when stale").isPositive();
  }

  private int callsByName(String artist, String title) {
    return calls(
        new Row<>(
            EnrichmentKeys.lastfm(artist, title),
            "",
            ofDays(7),
            new Task.FetchLastfmTrack(artist, title)),
        "Guns+and+Roses",
        "Guns%20and%20Roses");
  }

  /**
   * A profile is never cached as a miss. It is requested with the user's own token. Without such a
   * user there is no valid token, and Spotify answers 401, which is not cached.
   */
  @Test
  void asksForAUsersProfileOnceInALifetime() {
    Viewer user = providers.user.viewer();
    asksOnceInALifetime(
        new Row<>(
            Profile.key(user.scope(), "linernotes-dj"),
            "user:" + user.scope().account() + ":spotify:user:linernotes-dj",
            ofDays(7),
            new Task.FetchProfile(user, "linernotes-dj")));
  }

  /** How many calls whose URL contains any of these parts the lookup of the row's record makes. */
  private int calls(Row<?> row, String... parts) {
    providers.takeCalls();
    var unused = state(row);
    providers.work(row.task().provider());
    return (int)
        providers.takeCalls().stream()
            .filter(url -> Stream.of(parts).anyMatch(url::contains))
            .count();
  }

  private void assertFreshFor(CacheKey<?> key, Duration lifetime) {
    assertThat(entry(key).freshUntil())
        .as("at most 5 % short of its lifetime")
        .isBetween(
            providers.clock.instant().plus(lifetime.multipliedBy(95).dividedBy(100)),
            providers.clock.instant().plus(lifetime));
  }

  /** How many calls the lookup of the row's record makes. */
  private int callsOf(Row<?> row) {
    return calls(row, "");
  }

  private SectionState<?> state(Row<?> row) {
    return lookup.find(
        row.key(), row.task(), new RequestContext("test", "test"), providers.clock.instant());
  }

  private <T> Entry<T> entry(CacheKey<T> key) {
    return Objects.requireNonNull(providers.cache.slot(key).entry());
  }

  private static Track track(SpotifyId id, String isrc) {
    return Track.of(
        id, new Isrc(isrc), "Jóga", List.of(Artist.named("Björk")), Duration.ofSeconds(305));
  }

  private static Track named(String artist, String title) {
    return Track.of(null, null, title, List.of(Artist.named(artist)), Duration.ofSeconds(305));
  }
}
