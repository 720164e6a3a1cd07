package io.linernotes.playlist;

import io.linernotes.track.Track;
import java.util.List;

/**
 * Consecutive entries of a playlist.
 *
 * @param offset the position of the first entry
 * @param snapshotId the version of the playlist that the entries are of
 */
public record PlaylistPage(
    int offset, @org.jspecify.annotations.Nullable String snapshotId, List<PlaylistEntry> entries) {

  public PlaylistPage {
    entries = List.copyOf(entries);
  }

  /** The tracks among the entries. */
  public List<Track> tracks() {
    return entries.stream().flatMap(entry -> entry.asTrack().stream()).toList();
  }
}
