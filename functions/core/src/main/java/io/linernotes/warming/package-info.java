/**
 * Keeps what is requested often fresh, out of the share of the quotas that requests leave over.
 *
 * <p>Every run plans the most wanted playlists with a look ahead: what would be stale before the
 * next run has done its work is due now. The budget lets through what the quota serves until then,
 * less what waits in the queue.
 *
 * <p>An example. Warming may use half of Last.fm's quota of 25 calls in 5 s and runs every 15
 * minutes: half of 4,500 calls. 300 tasks wait, of up to two calls each, so 1,650 are left: 825
 * tracks. What is left out is due again in the next run.
 */
@NullMarked
package io.linernotes.warming;

import org.jspecify.annotations.NullMarked;
