package io.linernotes.playlist;

import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place in a playlist. Every place is kept, even one without a track, so that positions stay
 * those of Spotify.
 */
public sealed interface PlaylistEntry {

  /** A track of Spotify's catalogue. */
  record OfTrack(Track track) implements PlaylistEntry {}

  /** A local file of the playlist's owner, which is not in Spotify's catalogue. */
  record Local(@Nullable String title, List<Artist> artists, @Nullable Duration duration)
      implements PlaylistEntry {
    public Local {
      artists = List.copyOf(artists);
    }
  }

  /** An episode of a show. */
  record Episode(@Nullable String id, @Nullable String title, @Nullable Duration duration)
      implements PlaylistEntry {}

  /** A place whose content Spotify no longer shows. */
  record Unavailable() implements PlaylistEntry {}

  /**
   * A place that Spotify's reply left out. Its content is not known, so it is fetched again, and an
   * answer with such a place is not complete.
   */
  record Unknown() implements PlaylistEntry {}

  /** The track; nothing for an entry of another type. */
  default Optional<Track> asTrack() {
    return this instanceof OfTrack(Track track) ? Optional.of(track) : Optional.empty();
  }
}
