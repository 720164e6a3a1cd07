package io.linernotes.invalidation;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.session.Scope;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A key as people write it, with its kind and its subject. Many keys hold hashes, from which no
 * task can be made; their subject is {@link Subject.Other}.
 */
public record NamedKey(CacheKey<?> key, Subject subject) {

  /** What a key is about. */
  public sealed interface Subject {

    /** A playlist's own data. */
    record OfPlaylist(SpotifyId playlist) implements Subject {}

    /** One page of a playlist. */
    record OfPage(SpotifyId playlist, int offset) implements Subject {}

    /** A track at Deezer. */
    record OfDeezer(Track track) implements Subject {}

    /** A track at Spotify. */
    record OfTrack(SpotifyId track) implements Subject {}

    /** A track's audio features. */
    record OfAudioFeatures(Track track) implements Subject {}

    /** Something that only the next request for it can fetch again. */
    record Other() implements Subject {}
  }

  private static final Pattern PAGE = Pattern.compile("([^:]+):([0-9]{1,6})");
  private static final String BY_ISRC = "isrc:";

  /** The key in {@code text}; nothing if no kind has that prefix. */
  public static Optional<NamedKey> parse(String text) {
    if (!CacheKey.fits(text)) {
      return Optional.empty();
    }
    if (Scope.isUsersOwn(text)) {
      // Only a request of that user can fetch it again.
      return Scope.sharedPart(text)
          .flatMap(Kinds::of)
          .map(kind -> new NamedKey(new CacheKey<>(kind, text), new Subject.Other()));
    }
    return Kinds.of(text)
        .map(kind -> new NamedKey(new CacheKey<>(kind, text), subject(kind, text)));
  }

  /** The prefixes of all keys, as a list for people. */
  public static String forms() {
    return Kinds.all().stream().map(Kind::prefix).collect(Collectors.joining(", "));
  }

  private static Subject subject(Kind<?> kind, String text) {
    String rest = text.substring(kind.prefix().length());
    return subjectOf(kind, rest).orElseGet(Subject.Other::new);
  }

  private static Optional<Subject> subjectOf(Kind<?> kind, String rest) {
    if (kind.equals(PlaylistKeys.PLAYLIST)) {
      return SpotifyId.parse(rest).map(Subject.OfPlaylist::new);
    }
    if (kind.equals(PlaylistKeys.PAGE)) {
      return page(rest);
    }
    if (kind.equals(EnrichmentKeys.TRACK)) {
      return SpotifyId.parse(rest).map(Subject.OfTrack::new);
    }
    if (kind.equals(EnrichmentKeys.AUDIO_FEATURES)) {
      return SpotifyId.parse(rest).map(Track::ofId).map(Subject.OfAudioFeatures::new);
    }
    if (kind.equals(EnrichmentKeys.ISRC_AUDIO_FEATURES)) {
      return Isrc.parse(rest).map(Track::ofIsrc).map(Subject.OfAudioFeatures::new);
    }
    if (kind.equals(EnrichmentKeys.DEEZER_TRACK)) {
      return deezer(rest).map(Subject.OfDeezer::new);
    }
    return Optional.empty();
  }

  private static Optional<Subject> page(String rest) {
    Matcher matcher = PAGE.matcher(rest);
    return matcher.matches()
        ? SpotifyId.parse(matcher.group(1))
            .map(id -> new Subject.OfPage(id, Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  private static Optional<Track> deezer(String rest) {
    return rest.startsWith(BY_ISRC)
        ? Isrc.parse(rest.substring(BY_ISRC.length())).map(Track::ofIsrc)
        : SpotifyId.parse(rest).map(Track::ofId);
  }
}
