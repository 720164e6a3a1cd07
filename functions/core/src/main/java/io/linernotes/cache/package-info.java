/**
 * The cache of what providers answered: keys, entries and their ages, leases and fences.
 *
 * <p>A key holds at most one entry and, beside it, at most one lease or fence:
 *
 * <ul>
 *   <li>An <b>entry</b> is a value, or the provider's definitive "no" (a miss). It is fresh, then
 *       stale, then gone. Its version is when it was fetched; every write names the version that it
 *       replaces, and a writer who was overtaken merges over the newer one ({@link
 *       io.linernotes.cache.WriteBack}).
 *   <li>A <b>lease</b> says that a task for the key is on its way. It is taken by a conditional
 *       write and ended by the answer's. A claim whose outcome nobody knows counts as lost.
 *   <li>A <b>fence</b> stands where an entry was invalidated: answers that were requested before it
 *       are not stored, answers requested after it take it away.
 * </ul>
 *
 * <p>An example. At 12:00:00 a worker asks Deezer. At 12:00:01 somebody invalidates the key: the
 * entry and the lease go, a fence of 12:00:01 stays, and a new task is sent under a new lease. At
 * 12:00:02 the first worker wants to store what it was told, fetched at 12:00:00: the fence refuses
 * it. At 12:00:03 the second worker stores its answer of 12:00:02, and fence and lease are gone.
 * {@code TrackCacheContract} holds every store to this.
 */
@NullMarked
package io.linernotes.cache;

import org.jspecify.annotations.NullMarked;
