package io.linernotes.enrichment;

import static java.time.Duration.ofDays;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.matching.Title;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys and lifetimes of records about tracks and artists. */
public final class EnrichmentKeys {

  public static final Kind<DeezerTrack> DEEZER_TRACK =
      Kind.keeping("deezer_track", "bpm:", DeezerTrack.class, ofDays(90));
  public static final Kind<DeezerSearch> DEEZER_SEARCH =
      Kind.keeping("deezer_search", "deezer:search:", DeezerSearch.class, ofDays(7));
  public static final Kind<IsrcLookup> ISRC =
      Kind.keeping("isrc", "mb:isrc:", IsrcLookup.class, ofDays(30));
  public static final Kind<LastfmTrack> LASTFM_TRACK =
      Kind.keeping("lastfm_track", "lastfm:", LastfmTrack.class, ofDays(7));
  public static final Kind<LastfmArtist> LASTFM_ARTIST =
      Kind.keeping("lastfm_artist", "artist_", LastfmArtist.class, ofDays(7));
  public static final Kind<NameCorrection> LASTFM_CORRECTION =
      Kind.keeping("lastfm_correction", "lastfm:correction:", NameCorrection.class, ofDays(30));
  public static final Kind<AudioFeatures> AUDIO_FEATURES =
      Kind.ofSpotify("audio_features", "spotify:audio_features:", AudioFeatures.class, ofDays(7));
  public static final Kind<AudioFeatures> ISRC_AUDIO_FEATURES =
      Kind.of(
          "isrc_audio_features", "reccobeats:audio_features:isrc:", AudioFeatures.class, ofDays(7));
  public static final Kind<Track> TRACK =
      Kind.ofSpotify("track", "spotify:track:", Track.class, ofDays(7));

  /** Removing one suffix from a title may leave another: {@code X (Live) [Remaster] (Mono)}. */
  private static final int NESTED = 4;

  private EnrichmentKeys() {}

  /**
   * {@code bpm:{track_id}}, else {@code bpm:isrc:{ISRC}}, else {@code bpm:{hash}} of all artists,
   * the title and the seconds; see {@link DeezerQuestion}.
   */
  public static CacheKey<DeezerTrack> deezer(Track track) {
    return DeezerQuestion.of(track).key();
  }

  /** {@code deezer:search:{isrc}:{duration_s}}. */
  public static CacheKey<DeezerSearch> deezerSearch(Isrc isrc, @Nullable Duration duration) {
    return DEEZER_SEARCH.key(isrc + ":" + seconds(duration));
  }

  /**
   * {@code mb:isrc:{artist}:{track}:{duration_s}} with normalised names, in which {@code %} and
   * {@code :} are escaped as in URLs; nothing for a track without names.
   */
  public static Optional<CacheKey<IsrcLookup>> isrc(Track track) {
    String title = track.title();
    return title == null
        ? Optional.empty()
        : track.mainArtist().map(artist -> isrc(artist, title, ":" + seconds(track.duration())));
  }

  private static CacheKey<IsrcLookup> isrc(String artist, String title, String tail) {
    String readable = field(artist) + ":" + field(title) + tail;
    return ISRC.key(
        CacheKey.fits(ISRC.prefix() + readable) ? readable : Names.hash(artist, title) + tail);
  }

  /**
   * {@code lastfm:{hash}} of the main artist and the {@linkplain #plain plain} title; nothing for a
   * track without names.
   */
  public static Optional<CacheKey<LastfmTrack>> lastfm(Track track) {
    String title = track.title();
    return title == null ? Optional.empty() : track.mainArtist().map(by -> lastfm(by, title));
  }

  /** {@code lastfm:{hash}} of the artist and the {@linkplain #plain plain} title. */
  public static CacheKey<LastfmTrack> lastfm(String artist, String title) {
    return LASTFM_TRACK.key(Names.hash(artist, plain(title)));
  }

  /**
   * The title to ask Last.fm for: without guests, mastering and packaging, which Last.fm files as
   * separate tracks or does not know. Version words stay.
   */
  public static String plain(String title) {
    String plain = title;
    for (int i = 0; i < NESTED; i++) {
      String plainer = Names.asked(Title.of(plain).plain());
      if (plainer.isEmpty() || plainer.equals(plain)) {
        break;
      }
      plain = plainer;
    }
    return Names.asked(plain);
  }

  /** {@code artist_{hash}}. */
  public static CacheKey<LastfmArtist> artist(String name) {
    return LASTFM_ARTIST.key(Names.hash(name));
  }

  /**
   * {@code lastfm:correction:{artist_hash}:{track_hash}}, of the {@linkplain #plain plain} title.
   */
  public static CacheKey<NameCorrection> correction(String artist, String title) {
    return LASTFM_CORRECTION.key(Names.hash(artist) + ":" + Names.hash(plain(title)));
  }

  /** {@code spotify:audio_features:{track_id}}. */
  public static CacheKey<AudioFeatures> audioFeatures(SpotifyId track) {
    return AUDIO_FEATURES.key(track.value());
  }

  /** {@code reccobeats:audio_features:isrc:{ISRC}}. */
  public static CacheKey<AudioFeatures> audioFeatures(Isrc recording) {
    return ISRC_AUDIO_FEATURES.key(recording.value());
  }

  /** {@code spotify:track:{track_id}}. */
  public static CacheKey<Track> track(SpotifyId track) {
    return TRACK.key(track.value());
  }

  private static String field(String name) {
    return Names.normalized(name).replace("%", "%25").replace(":", "%3A");
  }

  static String seconds(@Nullable Duration duration) {
    return duration == null ? "" : String.valueOf(Math.round(duration.toMillis() / 1000.0));
  }
}
