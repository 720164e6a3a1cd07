/**
 * Spotify: playlists and their pages, tracks, audio features, searches and recommendations.
 *
 * <p>{@link io.linernotes.playlist.spotify.SpotifyClient} makes the calls, with the application's
 * or a user's {@link io.linernotes.playlist.spotify.Authority}. {@link
 * io.linernotes.playlist.spotify.SpotifySignals} says what statuses and error objects mean; the
 * {@code …Reply} classes read bodies. {@link io.linernotes.playlist.spotify.SpotifyCapabilities}
 * remembers what Spotify refuses to this application. That depends on its quota mode: an
 * application in development mode has no batches, no audio features, no recommendations, and reads
 * the contents of its users' own playlists only. {@link
 * io.linernotes.playlist.spotify.SpotifyTaskWorker} turns tasks into calls and outcomes into
 * entries.
 */
@NullMarked
package io.linernotes.playlist.spotify;

import org.jspecify.annotations.NullMarked;
