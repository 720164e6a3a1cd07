/**
 * The routes that change or show the cache itself: a playlist's events, invalidations, warmups, and
 * single entries for administrators. Each body is parsed into a type of the core: an {@link
 * io.linernotes.invalidation.Invalidation} or {@link io.linernotes.warming.WarmupTargets}.
 */
@NullMarked
package io.linernotes.api.cache;

import org.jspecify.annotations.NullMarked;
