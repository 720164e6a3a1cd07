package io.linernotes.catalogue;

import io.linernotes.track.SpotifyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist as Spotify knows it.
 *
 * @param genres empty for most artists, and for all of them in Spotify's development mode
 */
public record SpotifyArtist(SpotifyId id, @Nullable String name, List<String> genres) {

  public SpotifyArtist {
    genres = List.copyOf(genres);
  }
}
