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
 * Runs one function as Lambda does: every concurrent execution has a handler instance of its own,
 * idle instances are used again, the most recently used first, no more run at once than the
 * reserved concurrency, and none for longer than the timeout.
 */
public final class FunctionRuntime implements AutoCloseable {
  /** What an account has for all its functions unless it asks for more. */
  private static final int ACCOUNT_CONCURRENCY = 1000;

  /** How long an instance that timed out keeps its slot when it ignores the interrupt. */
  private static final Duration LAST_BREATH = Duration.ofSeconds(5);

  private final FunctionSpec function;
  private final HandlerFactory handlers;
  private final Semaphore concurrency;
  private final ConcurrentLinkedDeque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService executions;
  private final System.Logger log;

  /** A runtime for the function; the environment is all that its handlers are given. */
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

  /** The variables that its handlers are given. */
  public Map<String, String> environment() {
    return handlers.environment();
  }

  /** How many executions may run at once. */
  public int concurrency() {
    return function.reservedConcurrency().orElse(ACCOUNT_CONCURRENCY);
  }

  /** Makes one instance ahead of the first event; false, with one line logged, if it fails. */
  public boolean warmUp() {
    try {
      idle.push(handlers.create());
      return true;
    } catch (InitException e) {
      reportInit(e);
      return false;
    }
  }

  /** Invokes the function, or is throttled when all of its concurrency is in use. */
  public Invocation invoke(byte[] event) {
    return concurrency.tryAcquire() ? execute(event) : new Invocation.Throttled();
  }

  /** As {@link #invoke}, but waits for so long at most for concurrency that is in use. */
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

  /** Invokes the function, and first waits until there is concurrency left for it. */
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

  /** Its slot stays taken until it ends, so that none starts beside it, but not for ever. */
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

  /** Lets what runs end for a moment, then interrupts it. */
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
