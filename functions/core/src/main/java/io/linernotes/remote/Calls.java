package io.linernotes.remote;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Makes many blocking calls in parallel, on virtual threads. */
public final class Calls {

  private Calls() {}

  /**
   * Calls {@code call} with every item, at most {@code most} at a time, and waits for all calls.
   *
   * @return the answers, in the order of the items
   * @throws RuntimeException that of the first item whose call threw one, once all calls have ended
   */
  public static <A, B> List<B> inParallel(
      Collection<? extends A> items, int most, Function<? super A, ? extends B> call) {
    if (items.size() <= 1) {
      return items.stream().<B>map(call).toList();
    }
    Semaphore turns = new Semaphore(most);
    List<Future<B>> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          items.stream().map(item -> threads.<B>submit(() -> inTurn(turns, item, call))).toList();
    }
    return answers.stream().map(Calls::answer).toList();
  }

  private static <A, B> B inTurn(Semaphore turns, A item, Function<? super A, ? extends B> call)
      throws InterruptedException {
    turns.acquire();
    try {
      return call.apply(item);
    } finally {
      turns.release();
    }
  }

  private static <B> B answer(Future<B> ended) {
    if (ended.state() == Future.State.SUCCESS) {
      return ended.resultNow();
    }
    switch (ended.exceptionNow()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e ->
          throw new IllegalStateException("interrupted while waiting for a turn", e);
    }
  }
}
