/** Users who have signed in with Spotify: their sessions, tokens, and what is theirs alone. */
@NullMarked
package io.linernotes.session;

import org.jspecify.annotations.NullMarked;
