/** Spotify: playlists and their pages, tracks, audio features. */
@NullMarked
package io.linernotes.playlist.spotify;

import org.jspecify.annotations.NullMarked;
