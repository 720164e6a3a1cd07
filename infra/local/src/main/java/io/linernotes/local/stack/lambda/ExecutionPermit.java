package io.linernotes.local.stack.lambda;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One execution's slot of a function's concurrency; closing releases it, once. */
final class ExecutionPermit implements AutoCloseable {
  private final Semaphore concurrency;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean expired;

  ExecutionPermit(Semaphore concurrency) {
    this.concurrency = concurrency;
  }

  /** Marks the execution as timed out: its result is no longer awaited. */
  void expire() {
    expired = true;
  }

  boolean expired() {
    return expired;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      concurrency.release();
    }
  }

  /** Closes it after a while, unless it was closed by then. */
  void closeAfter(Duration delay) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(this::close);
  }
}
