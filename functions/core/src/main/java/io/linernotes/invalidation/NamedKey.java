package io.linernotes.invalidation;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as people write it, and what it names as far as the text tells: many keys hold hashes, from
 * which no question can be made.
 */
public record NamedKey(String text, Subject subject) {

  /** What a key is about. */
  public sealed interface Subject {

    /** A playlist's own data. */
    record OfPlaylist(SpotifyId playlist) implements Subject {}

    /** One page of a playlist. */
    record OfPage(SpotifyId playlist, int offset) implements Subject {}

    /** What Deezer knows of a track. */
    record OfDeezer(Track track) implements Subject {}

    /** What Spotify knows of a track. */
    record OfTrack(SpotifyId track) implements Subject {}

    /** A track's audio features. */
    record OfAudioFeatures(SpotifyId track) implements Subject {}

    /** Something that the next request for it brings back. */
    record Other() implements Subject {}
  }

  private static final Pattern USERS_OWN = Pattern.compile("user:[^:]+:(.+)", Pattern.DOTALL);
  private static final Pattern PLAYLIST = Pattern.compile("spotify:playlist:(\\w{22})");
  private static final Pattern PAGE =
      Pattern.compile("spotify:playlist_tracks:(\\w{22}):([0-9]{1,6})");
  private static final Pattern TRACK = Pattern.compile("spotify:track:(\\w{22})");
  private static final Pattern FEATURES = Pattern.compile("spotify:audio_features:(\\w{22})");
  private static final Pattern DEEZER = Pattern.compile("bpm:(\\w{22})");
  private static final Pattern DEEZER_BY_ISRC = Pattern.compile("bpm:isrc:(\\w{12})");

  /** How keys begin, one for each kind of record. */
  private static final List<String> PREFIXES =
      List.of(
          "bpm:",
          "deezer:search:",
          "mb:isrc:",
          "lastfm:",
          "artist_",
          "spotify:playlist:",
          "spotify:playlist_tracks:",
          "spotify:audio_features:",
          "spotify:track:",
          "spotify:artist:",
          "spotify:search:",
          "spotify:recommendations:",
          "spotify:user:",
          "cooldown:");

  /** What is removed need not be read, so that its kind does not matter. */
  private static final Kind<Object> ANY_KIND =
      new Kind<>("any", Object.class, Duration.ZERO, Duration.ZERO, Kind.History.REPLACED);

  /** The key in {@code text}, or nothing if no key looks like that. */
  public static Optional<NamedKey> parse(String text) {
    Matcher own = USERS_OWN.matcher(text);
    String shared = own.matches() ? own.group(1) : text;
    boolean isKey =
        CacheKey.fits(text)
            && PREFIXES.stream()
                .anyMatch(prefix -> shared.startsWith(prefix) && shared.length() > prefix.length());
    if (!isKey) {
      return Optional.empty();
    }
    // Who is signed in as that user brings the user's own back.
    return Optional.of(new NamedKey(text, own.matches() ? new Subject.Other() : subject(text)));
  }

  /** Whether the record belongs to one user, and must not be shown to anybody else. */
  public static boolean isUsersOwn(String key) {
    return key.startsWith("user:");
  }

  /** How keys begin, for people. */
  public static String forms() {
    return String.join(", ", PREFIXES);
  }

  /** As the cache takes it. */
  public CacheKey<?> key() {
    return new CacheKey<>(ANY_KIND, text);
  }

  private static Subject subject(String text) {
    return id(PLAYLIST, text)
        .<Subject>map(Subject.OfPlaylist::new)
        .or(() -> page(text))
        .or(() -> id(TRACK, text).map(Subject.OfTrack::new))
        .or(() -> id(FEATURES, text).map(Subject.OfAudioFeatures::new))
        .or(
            () ->
                id(DEEZER, text)
                    .map(id -> Track.of(id, null, null, List.of(), null))
                    .or(() -> byIsrc(text))
                    .map(Subject.OfDeezer::new))
        .orElseGet(Subject.Other::new);
  }

  private static Optional<Subject> page(String text) {
    Matcher matcher = PAGE.matcher(text);
    return matcher.matches()
        ? SpotifyId.parse(matcher.group(1))
            .map(id -> new Subject.OfPage(id, Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  private static Optional<Track> byIsrc(String text) {
    Matcher matcher = DEEZER_BY_ISRC.matcher(text);
    return matcher.matches()
        ? Isrc.parse(matcher.group(1)).map(isrc -> Track.of(null, isrc, null, List.of(), null))
        : Optional.empty();
  }

  private static Optional<SpotifyId> id(Pattern form, String text) {
    Matcher matcher = form.matcher(text);
    return matcher.matches() ? SpotifyId.parse(matcher.group(1)) : Optional.empty();
  }
}
