/**
 * The providers, their quotas, and the cooldowns that keep them from being called.
 *
 * <p>An example of a quota: Deezer's 50 calls in 5 s. A single worker may use 49 of them and
 * assumes a window of 5.2 s, so it makes one call every 106 ms.
 */
@NullMarked
package io.linernotes.provider;

import org.jspecify.annotations.NullMarked;
