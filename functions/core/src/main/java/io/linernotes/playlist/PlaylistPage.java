package io.linernotes.playlist;

import io.linernotes.track.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive entries of a playlist.
 *
 * @param offset the position of the first entry
 * @param snapshotId the version of the playlist that the entries are of; null if Spotify named none
 */
public record PlaylistPage(int offset, @Nullable String snapshotId, List<PlaylistEntry> entries) {

  public PlaylistPage {
    entries = List.copyOf(entries);
  }

  /**
   * Whether this page may be used for a version of its playlist. If the version is unknown, every
   * page may be used and only its age counts. A page of unknown version does not belong to a known
   * one.
   *
   * @param wanted the version; null if Spotify named none
   */
  public boolean isOf(@Nullable String wanted) {
    return wanted == null || wanted.equals(snapshotId);
  }

  /** Whether this page is known to be of that version, and so still correct however old it is. */
  public boolean isUnchangedSince(@Nullable String wanted) {
    return wanted != null && isOf(wanted);
  }

  /** Whether no place is {@linkplain PlaylistEntry.Unknown unknown}. */
  public boolean isWhole() {
    return unknown() == 0;
  }

  /** How many places are {@linkplain PlaylistEntry.Unknown unknown}. */
  public int unknown() {
    return (int) entries.stream().filter(PlaylistEntry.Unknown.class::isInstance).count();
  }

  /** The tracks among the entries. */
  public List<Track> tracks() {
    return entries.stream().flatMap(entry -> entry.asTrack().stream()).toList();
  }
}
