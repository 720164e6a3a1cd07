package io.linernotes.playlist;

import io.linernotes.cache.Slot;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A playlist's own data, without its entries.
 *
 * @param owner the owner's display name, else id
 * @param snapshotId Spotify's version of the entries; null if it named none
 * @param totalTracks all entries, null and local ones too
 * @param firstPage how many entries the page at offset 0 holds
 * @param pageSize how many entries every further page holds
 * @param contentsForbidden whether Spotify withholds the entries from this application
 */
public record Playlist(
    SpotifyId id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String owner,
    @Nullable String snapshotId,
    int totalTracks,
    int firstPage,
    int pageSize,
    boolean contentsForbidden) {

  /** More entries than any playlist has: the largest have some 10,000. */
  public static final int MOST_ENTRIES = 20_000;

  /**
   * @throws IllegalArgumentException if pages could not cover the entries
   */
  public Playlist {
    if (totalTracks < 0 || firstPage < 0 || pageSize < 1) {
      throw new IllegalArgumentException("a playlist has no negative size and no empty pages");
    }
  }

  /** The offsets of all pages, the first one at 0. */
  public List<Integer> pageOffsets() {
    List<Integer> offsets = new ArrayList<>(List.of(0));
    for (int offset = firstPage; offset < totalTracks; offset += pageSize) {
      if (offset > 0) {
        offsets.add(offset);
      }
    }
    return List.copyOf(offsets);
  }

  /** How many entries the page at {@code offset} should hold. */
  public int sizeOfPage(int offset) {
    return offset == 0 ? firstPage : Math.min(pageSize, totalTracks - offset);
  }

  /**
   * Whether the page belongs to this version of the playlist, as far as {@linkplain
   * PlaylistPage#isOf versions are known}.
   */
  public boolean isCurrent(PlaylistPage page) {
    return page.isOf(snapshotId);
  }

  /** The slot of a page, made stale if the page is of another version, however new it is. */
  public Slot<PlaylistPage> staleUnlessCurrent(Slot<PlaylistPage> slot, Instant now) {
    PlaylistPage page = slot.value(now);
    return page == null || isCurrent(page) ? slot : slot.staleAt(now);
  }
}
