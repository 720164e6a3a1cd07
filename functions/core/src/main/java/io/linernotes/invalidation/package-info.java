/**
 * Removes cached entries that are no longer true, and requests new ones.
 *
 * <p>An invalidation names single keys, playlists or tracks. The cache puts a fence on each removed
 * key, so that answers requested earlier are not stored. Users' own copies of a playlist are not
 * listed anywhere; a {@link io.linernotes.playlist.PlaylistChange} ends them all. The tasks for new
 * entries are sent one millisecond after the fence, so that their answers pass it.
 */
@NullMarked
package io.linernotes.invalidation;

import org.jspecify.annotations.NullMarked;
