/**
 * Users' sessions. {@link io.linernotes.api.session.SignInRoutes} send a user to Spotify and back,
 * by authorization code with PKCE, bound to the browser by a cookie; {@link
 * io.linernotes.api.session.Sessions} finds the user of any other request by its {@code x-session}
 * header.
 */
@NullMarked
package io.linernotes.api.session;

import org.jspecify.annotations.NullMarked;
