package io.linernotes.track;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A track as a client describes it. The description (the claim) serves this client's answer only;
 * it is never stored under the Spotify id that came with it, where other clients would read it.
 *
 * @param id the Spotify id that the client gave; Spotify's own record of it takes precedence
 * @param claim the description without the id; null if it has neither an ISRC nor a title with an
 *     artist
 */
public record ClaimedTrack(@Nullable SpotifyId id, @Nullable Track claim) {

  /**
   * @throws IllegalArgumentException if there is neither an id nor a claim, or the claim has an id
   */
  public ClaimedTrack {
    if (id == null && claim == null) {
      throw new IllegalArgumentException(
          "a track needs a Spotify id, an ISRC, or a title and an artist");
    }
    if (claim != null && claim.id() != null) {
      throw new IllegalArgumentException("a claim does not hold the id that it describes");
    }
  }

  /**
   * A track from a client's description.
   *
   * @throws IllegalArgumentException if there is neither an id nor an ISRC nor a title with an
   *     artist
   */
  public static ClaimedTrack of(
      @Nullable SpotifyId id,
      @Nullable Isrc isrc,
      @Nullable String title,
      List<Artist> artists,
      @Nullable Duration duration) {
    boolean identifies = isrc != null || (title != null && !artists.isEmpty());
    return new ClaimedTrack(id, identifies ? Track.of(null, isrc, title, artists, duration) : null);
  }

  /** The tracks to read from the cache: the one of the id, and the claim. */
  public Stream<Track> tracks() {
    return Stream.concat(
        Optional.ofNullable(id).stream().map(Track::ofId), Optional.ofNullable(claim).stream());
  }
}
