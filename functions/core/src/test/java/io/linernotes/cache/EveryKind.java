package io.linernotes.cache;

import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerSearch;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.session.Profile;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A sample record of every cached kind, with every field known. */
public final class EveryKind {

  /** A sample record of one kind. */
  public record Sample<T>(Kind<T> kind, T value) {

    /** A key of this kind that no other test uses. */
    public CacheKey<T> key(String unique) {
      return new CacheKey<>(kind, kind.name() + ":" + unique);
    }

    @Override
    public String toString() {
      return kind.name();
    }
  }

  public static final DeezerTrack DEEZER_TRACK =
      new DeezerTrack(
          116348128L,
          new Isrc("GBAYE0601690"),
          "Come Together (Remastered 2009)",
          "The Beatles",
          Duration.ofSeconds(258),
          165.2,
          -8.9,
          905_123,
          LocalDate.of(1969, 9, 26),
          "deezer",
          new Match(
              Match.By.ISRC,
              1.0,
              "Come Together (Remastered 2009)",
              List.of("The Beatles"),
              new Isrc("GBAYE0601690"),
              Duration.ofSeconds(258)));

  public static final LastfmTrack LASTFM_TRACK =
      new LastfmTrack(
          "The Beatles",
          "Come Together",
          true,
          false,
          List.of("classic rock", "60s"),
          1_234_567L,
          12_345_678L,
          259_000L,
          "https://www.last.fm/music/The+Beatles/_/Come+Together",
          "162630d9-36d2-4a8d-ade1-1c77440b34e7",
          new LastfmTrack.Album(
              "The Beatles",
              "Abbey Road",
              "https://www.last.fm/music/The+Beatles/Abbey+Road",
              "https://lastfm.freetls.fastly.net/i/u/300x300/a.jpg"),
          "The opening song of Abbey Road.",
          List.of(new LastfmTrack.Similar("The Beatles", "Something", 0.93)));

  public static final LastfmArtist LASTFM_ARTIST =
      new LastfmArtist(
          "Björk",
          "Icelandic singer.",
          List.of("electronic", "icelandic"),
          2_000_000L,
          90_000_000L,
          "https://www.last.fm/music/Bj%C3%B6rk",
          "87c5dedd-371d-4a53-9f7f-80522fb7f3cb",
          List.of("Sigur Rós"),
          Map.of("large", "https://lastfm.freetls.fastly.net/i/u/174s/b.png"));

  public static final AudioFeatures AUDIO_FEATURES =
      new AudioFeatures(0.03, 0.53, 0.38, 0.25, 0.09, -11.9, 0.04, 0.19, 165.0, 9, 0, 4, "spotify");

  public static final Track TRACK =
      new Track(
          Songs.comeTogether().id(),
          Songs.comeTogether().isrc(),
          "Come Together - Remastered 2009",
          List.of(new Artist("The Beatles", new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2"))),
          Duration.ofMillis(259_946),
          "Abbey Road (Remastered)",
          "1969-09-26",
          false,
          79);

  public static final Playlist PLAYLIST =
      new Playlist(
          new SpotifyId("37i9dQZF1DXcBWIGoYBM5M"),
          "Today's Top Hits",
          "The hottest 50.",
          "Spotify",
          "MTcwMCwwMDAw",
          250,
          100,
          50,
          false);

  public static final PlaylistPage PLAYLIST_PAGE =
      new PlaylistPage(
          100,
          "MTcwMCwwMDAw",
          List.of(
              new PlaylistEntry.OfTrack(TRACK),
              new PlaylistEntry.Local(
                  "demo.mp3", List.of(Artist.named("Me")), Duration.ofSeconds(61)),
              new PlaylistEntry.Episode("512ojhOuo1ktJprKbVcKyQ", "Pilot", Duration.ofHours(1)),
              new PlaylistEntry.Unavailable()));

  public static final Profile PROFILE =
      new Profile(
          "linernotes-dj",
          "0c1d",
          "DJ",
          "https://open.spotify.com/user/linernotes-dj",
          "https://i.scdn.co/image/a",
          "DE",
          "premium",
          12L);

  private static final List<Sample<?>> ALL =
      List.of(
          new Sample<>(EnrichmentKeys.DEEZER_TRACK, DEEZER_TRACK),
          new Sample<>(
              EnrichmentKeys.DEEZER_SEARCH, new DeezerSearch(116348128L, Duration.ofSeconds(258))),
          new Sample<>(
              EnrichmentKeys.ISRC,
              new IsrcLookup(
                  List.of(new Isrc("GBBRP9800012"), new Isrc("GBAAA9800322")),
                  "b1a9c0e9-d987-4042-ae91-78d6a3267d69")),
          new Sample<>(EnrichmentKeys.LASTFM_TRACK, LASTFM_TRACK),
          new Sample<>(EnrichmentKeys.LASTFM_ARTIST, LASTFM_ARTIST),
          new Sample<>(EnrichmentKeys.LASTFM_CORRECTION, new NameCorrection("Björk", "Jóga")),
          new Sample<>(EnrichmentKeys.AUDIO_FEATURES, AUDIO_FEATURES),
          new Sample<>(EnrichmentKeys.ISRC_AUDIO_FEATURES, AUDIO_FEATURES),
          new Sample<>(EnrichmentKeys.TRACK, TRACK),
          new Sample<>(CatalogueKeys.SEARCH, new TrackList(List.of(TRACK))),
          new Sample<>(CatalogueKeys.RECOMMENDATIONS, new TrackList(List.of(TRACK))),
          new Sample<>(
              CatalogueKeys.ARTIST,
              new SpotifyArtist(
                  new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2"),
                  "The Beatles",
                  List.of("classic rock", "merseybeat"))),
          new Sample<>(PlaylistKeys.PLAYLIST, PLAYLIST),
          new Sample<>(PlaylistKeys.PAGE, PLAYLIST_PAGE),
          new Sample<>(
              PlaylistChange.KIND, new PlaylistChange(Instant.parse("2026-11-01T12:00:00.250Z"))),
          new Sample<>(Profile.KIND, PROFILE),
          new Sample<>(
              Cooldown.key(Provider.DEEZER).kind(), new Cooldown(Cooldown.Reason.THROTTLED, 2)));

  private EveryKind() {}

  /** All of them. */
  public static List<Sample<?>> all() {
    return ALL;
  }
}
