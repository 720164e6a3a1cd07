/**
 * Secrets from an environment variable or from Secrets Manager.
 *
 * <p>{@link io.linernotes.secret.Secrets} decides by the environment which of the two it is. A
 * secret from Secrets Manager is cached for five minutes, and for longer while Secrets Manager
 * fails.
 */
@NullMarked
package io.linernotes.secret;

import org.jspecify.annotations.NullMarked;
