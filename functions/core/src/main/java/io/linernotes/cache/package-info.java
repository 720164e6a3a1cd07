/**
 * The cache of what providers answered: keys, entries and their ages, leases and fences.
 *
 * <p>A key holds at most one entry and, beside it, at most one lease or fence:
 *
 * <ul>
 *   <li>An <b>entry</b> is a value, or the provider's definitive "no" (a miss). It is fresh, then
 *       stale, then gone. Its version is the time of its fetch. Every write names the version that
 *       it replaces; if another write came first, the writer merges over the newer version ({@link
 *       io.linernotes.cache.WriteBack}).
 *   <li>A <b>lease</b> says that a task for the key is on its way. A conditional write takes it,
 *       and the write of the answer ends it. A claim whose outcome is unknown counts as lost.
 *   <li>A <b>fence</b> marks a key that was invalidated. Answers that were requested before it are
 *       not stored; the first answer requested after it removes the fence.
 * </ul>
 *
 * <p>An example. At 12:00:00 a worker asks Deezer. At 12:00:01 a client invalidates the key: the
 * entry and the lease are removed, a fence of 12:00:01 stays, and a new task is sent under a new
 * lease. At 12:00:02 the first worker tries to store its answer, fetched at 12:00:00: the fence
 * refuses it. At 12:00:03 the second worker stores its answer of 12:00:02, and fence and lease are
 * gone. {@code TrackCacheContract} holds every store to this.
 */
@NullMarked
package io.linernotes.cache;

import org.jspecify.annotations.NullMarked;
