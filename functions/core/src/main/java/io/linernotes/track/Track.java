package io.linernotes.track;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A track as far as it is known: what identifies it (a Spotify id, an ISRC, or a title with its
 * artists) and what Spotify says about it. Everything else may be absent.
 *
 * <p>The fields of a track with a Spotify id always come from Spotify's own record of that id. A
 * client's description of an id is a {@link ClaimedTrack}.
 *
 * @param releaseDate the album's release date as Spotify gives it: a year, a month or a day
 * @param popularity 0 to 100; absent in Spotify's development mode
 */
public record Track(
    @Nullable SpotifyId id,
    @Nullable Isrc isrc,
    @Nullable String title,
    List<Artist> artists,
    @Nullable Duration duration,
    @Nullable String album,
    @Nullable String releaseDate,
    @Nullable Boolean explicit,
    @Nullable Integer popularity) {

  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:-.*)?");

  /**
   * @throws IllegalArgumentException if there is neither an id nor an ISRC nor a title with an
   *     artist
   */
  public Track {
    artists = List.copyOf(artists);
    if (id == null && isrc == null && (title == null || artists.isEmpty())) {
      throw new IllegalArgumentException(
          "a track needs a Spotify id, an ISRC, or a title and an artist");
    }
  }

  /** A track with its identifying fields and its duration only. */
  public static Track of(
      @Nullable SpotifyId id,
      @Nullable Isrc isrc,
      @Nullable String title,
      List<Artist> artists,
      @Nullable Duration duration) {
    return new Track(id, isrc, title, artists, duration, null, null, null, null);
  }

  /** A track of which only the id is known. */
  public static Track ofId(SpotifyId id) {
    return of(id, null, null, List.of(), null);
  }

  /** A track of which only the ISRC is known. */
  public static Track ofIsrc(Isrc isrc) {
    return of(null, isrc, null, List.of(), null);
  }

  /** This track with its identifying fields and its duration only. */
  public Track identity() {
    return of(id, isrc, title, artists, duration);
  }

  /** Whether the track has a title and an artist. */
  public boolean isNamed() {
    return title != null && !artists.isEmpty();
  }

  /** The first credited artist's name. */
  public Optional<String> mainArtist() {
    return artists.stream().findFirst().map(Artist::name);
  }

  /** This track with every field that it lacks taken from {@code other}. */
  public Track completedBy(Track other) {
    return new Track(
        id != null ? id : other.id,
        isrc != null ? isrc : other.isrc,
        title != null ? title : other.title,
        artists.isEmpty() ? other.artists : artists,
        duration != null ? duration : other.duration,
        album != null ? album : other.album,
        releaseDate != null ? releaseDate : other.releaseDate,
        explicit != null ? explicit : other.explicit,
        popularity != null ? popularity : other.popularity);
  }

  /** The year of the album's release; null if it is unknown or outside 1900 to 2099. */
  public @Nullable Integer releaseYear() {
    if (releaseDate == null) {
      return null;
    }
    Matcher year = YEAR.matcher(releaseDate);
    return year.matches() ? Integer.valueOf(year.group(1)) : null;
  }
}
