/**
 * Reads the keys that seal users' tokens from the secret {@code SESSION_KEYS}. The secret holds
 * several keys by their ids and names the current one, so that a key can be rotated while older
 * tokens still open.
 */
@NullMarked
package io.linernotes.session.secrets;

import org.jspecify.annotations.NullMarked;
