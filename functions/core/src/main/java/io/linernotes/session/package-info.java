/**
 * Users who have signed in with Spotify: their sessions, their tokens, and the scope of their own
 * cache entries.
 *
 * <p>A client holds a session's token; the store holds only its hash, and Spotify's tokens sealed
 * with AES-GCM. Tasks carry the session's id and no token. Access tokens are renewed under a lease,
 * two minutes before they expire.
 */
@NullMarked
package io.linernotes.session;

import org.jspecify.annotations.NullMarked;
