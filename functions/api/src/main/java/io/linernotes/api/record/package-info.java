/**
 * The routes of single records: a playlist's own data, an artist, a search, recommendations, a
 * user's profile. Each reads one key of the cache; if its entry is absent, it enqueues one task.
 */
@NullMarked
package io.linernotes.api.record;

import org.jspecify.annotations.NullMarked;
