/** Playlists as Spotify tells them, page by page. */
@NullMarked
package io.linernotes.playlist;

import org.jspecify.annotations.NullMarked;
