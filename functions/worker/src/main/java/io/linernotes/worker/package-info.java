/**
 * What every worker Lambda shares: the loop over a batch of messages, and the pace of its calls.
 *
 * <p><b>The pace.</b> A provider allows so many calls in a window; a worker has a reserved
 * concurrency of R, so each instance may use an R-th of the quota. It spaces its calls evenly by
 * {@code window × R / calls}. One call of the quota stays spare, and the spacing is 4 % wider, so
 * that jitter on the way breaks nothing. With Deezer's 50 calls in 5 seconds and R = 2, an instance
 * sends one call every 217 ms: 24 in any 5 seconds, and 48 from both instances together. An
 * invocation that has sent something returns no sooner than its next call would be allowed, so an
 * instance that replaces this one cannot send a second window's worth at once.
 *
 * <p>Every request that leaves is paced and counted ({@code PacedHttp}): the HTTP client below
 * follows no redirect and repeats nothing. While the provider cools down ({@code CooldownWatch}),
 * or where a call could not end before the invocation does, no call is made and the outcome is
 * {@code Postponed}.
 *
 * <p><b>The loop.</b> {@code WorkerLoop} reads the cache, drops what is answered, asks the rest
 * through the provider's {@link io.linernotes.worker.TaskWorker}, writes back, sends follow-ups and
 * acknowledges one message at a time.
 */
@NullMarked
package io.linernotes.worker;

import org.jspecify.annotations.NullMarked;
