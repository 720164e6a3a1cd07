package io.linernotes.playlist.spotify;

import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistPage;
import org.jspecify.annotations.Nullable;

/**
 * A playlist as it was fetched.
 *
 * @param firstPage the page at offset 0, null if the contents are forbidden
 * @param isPublic whether Spotify says so; false if it does not say
 */
public record FetchedPlaylist(
    Playlist playlist, @Nullable PlaylistPage firstPage, boolean isPublic) {}
