package io.linernotes.local.stack;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** The resources of a stack. Closes them in reverse order of opening. */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T closeable) {
    open.push(closeable);
    return closeable;
  }

  /** Opens a resource in the background. Calling the result waits for it, and so does closing. */
  <T extends AutoCloseable> Callable<T> addLater(Callable<T> opening) {
    var task = new FutureTask<>(opening);
    Thread.ofPlatform().daemon().name("opening").start(task);
    open.push(() -> task.get().close());
    return () -> {
      try {
        return task.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    };
  }

  /** Adds resources that are closed in parallel, because each may take a moment. */
  void addTogether(Collection<? extends AutoCloseable> closeables) {
    open.push(
        () -> {
          try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            closeables.forEach(closeable -> threads.execute(() -> close(closeable)));
          }
        });
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      System.getLogger(Closing.class.getName())
          .log(System.Logger.Level.WARNING, "Closing " + closeable + " failed", e);
    }
  }
}
