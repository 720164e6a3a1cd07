/** Spotify's accounts service, by which users sign in. */
@NullMarked
package io.linernotes.session.spotify;

import org.jspecify.annotations.NullMarked;
