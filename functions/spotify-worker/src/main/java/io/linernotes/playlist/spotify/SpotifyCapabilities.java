package io.linernotes.playlist.spotify;

import org.jspecify.annotations.Nullable;

/**
 * What Spotify allows to this application, as its owner configured it ({@link SpotifyMode}) and as
 * the replies to this instance have shown since. The clients of the application and of all users
 * share one object, so a refusal costs one call for each instance, not one for each user.
 */
final class SpotifyCapabilities {

  private final SpotifyMode mode;
  private volatile boolean batchesRefused;
  private volatile boolean othersContentsRefused;
  private volatile ContentsPath lastShown = ContentsPath.ITEMS;
  private volatile @Nullable ContentsPath refusedPath;

  SpotifyCapabilities(SpotifyMode mode) {
    this.mode = mode;
    this.batchesRefused = mode == SpotifyMode.DEVELOPMENT;
  }

  /** Whether audio features, genres and recommendations are worth a call. */
  boolean mayHaveExtendedFeatures() {
    return mode != SpotifyMode.DEVELOPMENT;
  }

  /** Whether one call may fetch several tracks, as far as is known. */
  boolean mayAskInBatches() {
    return !batchesRefused;
  }

  /** Records that Spotify refused a call for several tracks. */
  void refusedBatches() {
    batchesRefused = true;
  }

  /** Whether the application itself may read other owners' playlists, as far as is known. */
  boolean mayReadOthersContents() {
    return !othersContentsRefused;
  }

  /** Records that Spotify refused the application the contents of another owner's playlist. */
  void refusedOthersContents() {
    othersContentsRefused = true;
  }

  /** Whether only the path of 2026 is worth a call. */
  boolean hasNewPathOnly() {
    return mode == SpotifyMode.DEVELOPMENT;
  }

  /** The path that is likelier to be allowed for a page of this many entries. */
  ContentsPath likelierPath(int limit) {
    ContentsPath refused = refusedPath;
    if (hasNewPathOnly()) {
      return ContentsPath.ITEMS;
    }
    if (refused != null) {
      return refused.other();
    }
    // A page this long was planned by an instance that had seen the old path work.
    return limit > ContentsPath.ITEMS.most() ? ContentsPath.TRACKS : lastShown;
  }

  /** The path under whose name the last playlist carried its contents. */
  ContentsPath lastShownPath() {
    return lastShown;
  }

  /** Records that a playlist carried its contents under this path's name. */
  void shown(ContentsPath path) {
    lastShown = path;
  }

  /** Records that Spotify refused this path but accepted the other one. */
  void refused(ContentsPath path) {
    refusedPath = path;
  }
}
