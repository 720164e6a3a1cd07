/**
 * Spotify's accounts service. {@link io.linernotes.session.spotify.SpotifyOAuth} signs users in by
 * the authorization code flow with PKCE and renews their tokens; the {@code …Reply} classes read
 * the replies.
 */
@NullMarked
package io.linernotes.session.spotify;

import org.jspecify.annotations.NullMarked;
