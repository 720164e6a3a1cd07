/**
 * The cache warmer: keeps the most wanted playlists and tracks fresh, within a share of each quota.
 *
 * <p>Every run looks ahead: an entry that would be stale before the next run has done its work is
 * due now. The budget admits the calls that the warmer's share of the quota serves until the next
 * run, minus those of the tasks that wait in the queue.
 *
 * <p>An example. Warming may use half of Last.fm's quota of 25 calls in 5 s and runs every 15
 * minutes: half of 4,500 calls. 300 tasks wait, of up to two calls each, so 1,650 are left: 825
 * tracks. Tasks that do not fit are due again in the next run.
 */
@NullMarked
package io.linernotes.warming;

import org.jspecify.annotations.NullMarked;
