/**
 * What every worker Lambda shares: the loop over a batch of messages, and the pace of its calls.
 *
 * <p><b>The pace.</b> A provider allows so many calls in a window; a worker has a reserved
 * concurrency of R, so each instance may use an R-th of the quota. It spaces its calls evenly by
 * {@code window × R / calls}. One call of the quota stays unused and the spacing is 4 % wider, so
 * network jitter cannot exceed the quota. With Deezer's 50 calls in 5 seconds and R = 2, an
 * instance sends one call every 217 ms: 24 in any 5 seconds, and 48 from both instances together.
 * An invocation that made a call returns only when the next call would be allowed. A new instance
 * that replaces this one therefore cannot send a second window's worth at once.
 *
 * <p>{@code PacedHttp} paces and counts every request: the HTTP client below it follows no redirect
 * and retries nothing. During the provider's cooldown ({@code CooldownWatch}), or when a call could
 * not finish before the invocation's deadline, it makes no call and returns {@code Postponed}.
 *
 * <p><b>The loop.</b> {@code WorkerLoop} reads the cache, skips the tasks whose answers are cached,
 * runs the others through the provider's {@link io.linernotes.worker.TaskWorker}, writes the
 * answers back, enqueues the follow-up tasks, and acknowledges each message by itself.
 */
@NullMarked
package io.linernotes.worker;

import org.jspecify.annotations.NullMarked;
