package io.linernotes.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallsTest {

  @Test
  void answersInTheOrderOfTheItems() {
    assertThat(Calls.<Integer, Integer>inParallel(List.of(3, 1, 2), 2, n -> n * 10))
        .containsExactly(30, 10, 20);
    assertThat(Calls.<Integer, Integer>inParallel(List.of(), 2, n -> n)).isEmpty();
  }

  @Test
  @Timeout(20)
  void callsAsManyAtATimeAsAllowed() {
    CyclicBarrier all = new CyclicBarrier(8);

    Calls.inParallel(IntStream.range(0, 8).boxed().toList(), 8, _ -> awaiting(all));
  }

  @Test
  void callsNoMoreAtATimeThanAllowed() {
    AtomicInteger running = new AtomicInteger();

    List<Integer> seen =
        Calls.inParallel(
            IntStream.range(0, 200).boxed().toList(),
            3,
            _ -> {
              int now = running.incrementAndGet();
              Thread.yield();
              running.decrementAndGet();
              return now;
            });

    assertThat(seen).allMatch(now -> now <= 3);
  }

  @Test
  void throwsOnceAllHaveEnded() {
    AtomicInteger ended = new AtomicInteger();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Calls.inParallel(
                    List.of(1, 2, 3),
                    3,
                    n -> {
                      ended.incrementAndGet();
                      if (n == 2) {
                        throw new IllegalArgumentException("two");
                      }
                      return n;
                    }))
        .withMessage("two");
    assertThat(ended).hasValue(3);
  }

  private static int awaiting(CyclicBarrier barrier) {
    try {
      return barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
