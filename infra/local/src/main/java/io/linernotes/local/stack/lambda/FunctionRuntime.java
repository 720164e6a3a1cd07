package io.linernotes.local.stack.lambda;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.linernotes.local.stack.template.FunctionSpec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one function as Lambda does. Every concurrent execution has a handler instance of its own.
 * Idle instances are reused, the most recently used first. At most the reserved concurrency runs at
 * once, and no execution runs longer than the timeout.
 */
public final class FunctionRuntime implements AutoCloseable {
  /** Lambda's default concurrency limit of an account, for all its functions. */
  private static final int ACCOUNT_CONCURRENCY = 1000;

  /** How long a timed-out instance keeps its slot when it ignores the interrupt. */
  private static final Duration LAST_BREATH = Duration.ofSeconds(5);

  private final FunctionSpec function;
  private final HandlerFactory handlers;
  private final Semaphore concurrency;
  private final ConcurrentLinkedDeque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService executions;
  private final System.Logger log;

  /** A runtime for the function, whose handlers receive this environment only. */
  public FunctionRuntime(FunctionSpec function, Map<String, String> environment) {
    this.function = function;
    this.handlers = new HandlerFactory(function, environment);
    this.concurrency = new Semaphore(concurrency(), true);
    this.executions =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name(function.logicalId() + "-", 1).factory());
    this.log = System.getLogger("io.linernotes.lambda." + function.logicalId());
  }

  /** The function that this runs. */
  public FunctionSpec function() {
    return function;
  }

  /** The environment variables that its handlers receive. */
  public Map<String, String> environment() {
    return handlers.environment();
  }

  /** How many executions may run at once. */
  public int concurrency() {
    return function.reservedConcurrency().orElse(ACCOUNT_CONCURRENCY);
  }

  /** Makes one instance before the first event. If that fails, logs one line and returns false. */
  public boolean warmUp() {
    try {
      idle.push(handlers.create());
      return true;
    } catch (InitException e) {
      reportInit(e);
      return false;
    }
  }

  /** Invokes the function; throttled when all of its concurrency is in use. */
  public Invocation invoke(byte[] event) {
    return concurrency.tryAcquire() ? execute(event) : new Invocation.Throttled();
  }

  /** As {@link #invoke}, but waits up to {@code patience} for free concurrency. */
  public Invocation invokeWithin(Duration patience, byte[] event) {
    try {
      return concurrency.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
          ? execute(event)
          : new Invocation.Throttled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return closed();
    }
  }

  /** Waits for free concurrency, then invokes the function. */
  public Invocation invokeWhenFree(byte[] event) throws InterruptedException {
    concurrency.acquire();
    return execute(event);
  }

  private Invocation execute(byte[] event) {
    var slot = new ExecutionPermit(concurrency);
    var execution = new FutureTask<>(() -> handle(event, slot));
    try {
      executions.execute(execution);
      return execution.get(function.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      abandon(execution, slot);
      log.log(WARNING, "{0} timed out after {1} s", function.logicalId(), seconds());
      return new Invocation.TimedOut();
    } catch (InterruptedException e) {
      abandon(execution, slot);
      Thread.currentThread().interrupt();
      return closed();
    } catch (RejectedExecutionException e) {
      slot.close();
      return closed();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Invocation closed() {
    return new Invocation.Failed("Closed", "The stack is being closed");
  }

  /**
   * Interrupts the execution. Its slot stays taken until it ends or a limit passes, so that another
   * execution does not run beside it.
   */
  private static void abandon(FutureTask<?> execution, ExecutionPermit slot) {
    slot.expire();
    execution.cancel(true);
    slot.closeAfter(LAST_BREATH);
  }

  private String seconds() {
    return String.valueOf(function.timeout().toMillis() / 1000.0);
  }

  private Invocation handle(byte[] event, ExecutionPermit slot) {
    try (slot) {
      var handler = idleOrNew();
      var outcome = handle(handler, event);
      if (!slot.expired()) {
        idle.push(handler);
      }
      return outcome;
    } catch (InitException e) {
      reportInit(e);
      return new Invocation.Failed("Init", String.valueOf(e.getMessage()));
    } catch (Error e) {
      return failed(e);
    }
  }

  private Invocation handle(Handler handler, byte[] event) {
    try {
      var context = new LocalContext(function, new SystemLambdaLogger(log));
      return new Invocation.Answered(handler.handle(event, context));
    } catch (Exception e) {
      return failed(e);
    }
  }

  private Invocation failed(Throwable e) {
    log.log(WARNING, function.logicalId() + " failed: " + e);
    log.log(DEBUG, "Where it failed", e);
    return new Invocation.Failed(e.getClass().getName(), String.valueOf(e.getMessage()));
  }

  private Handler idleOrNew() throws InitException {
    var handler = idle.poll();
    return handler == null ? handlers.create() : handler;
  }

  private void reportInit(InitException e) {
    log.log(WARNING, "{0} cannot start: {1}", function.logicalId(), e.getMessage());
    log.log(DEBUG, "Where it failed", e);
  }

  /** Waits a moment for running executions, then interrupts them. */
  @Override
  public void close() {
    executions.shutdown();
    try {
      if (!executions.awaitTermination(1, TimeUnit.SECONDS)) {
        executions.shutdownNow();
        var ignored = executions.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      executions.shutdownNow();
      Thread.currentThread().interrupt();
    }
    idle.clear();
  }
}
