/**
 * The Lambda that keeps the cache warm: reads the playlists requested most, lets {@link
 * io.linernotes.warming.CacheWarmer} send tasks for what becomes stale soon, and publishes
 * cooldowns.
 */
@NullMarked
package io.linernotes.warming.lambda;

import org.jspecify.annotations.NullMarked;
