package io.linernotes.mixing;

import io.linernotes.track.Names;
import io.linernotes.track.Track;
import org.jspecify.annotations.Nullable;

/**
 * A track of a set: its artist and what mixing needs.
 *
 * @param artist the main artist's normalized name; null if unknown, which equals no other artist
 */
public record SetTrack(@Nullable String artist, Mix mix) {

  /** The track with what is known for mixing it. */
  public static SetTrack of(Track track, Mix mix) {
    return new SetTrack(track.mainArtist().map(Names::normalized).orElse(null), mix);
  }

  boolean isBySameArtistAs(SetTrack other) {
    return artist != null && artist.equals(other.artist);
  }
}
