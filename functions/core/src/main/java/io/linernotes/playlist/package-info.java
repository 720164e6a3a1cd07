/**
 * Playlists as Spotify returns them, page by page.
 *
 * <p>A playlist's own data and each of its pages are separate cache entries. A page names the
 * version (Spotify's snapshot id) that it is of; once the playlist has another version, its pages
 * are stale and are fetched again.
 */
@NullMarked
package io.linernotes.playlist;

import org.jspecify.annotations.NullMarked;
