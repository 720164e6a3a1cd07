package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.service.RunningService.Reply;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many concurrent clients on one machine are all answered, with few threads and a stable heap. */
@ExtendWith(SharedService.class)
class LoadTest {

  private static final int CLIENTS = 200;
  private static final int ROUNDS = 3;
  private static final int MOST_THREADS = 300;

  /**
   * The allowed growth of the heap, in bytes: about 100 KB per request. A service without a leak
   * grows by a fraction of it.
   */
  private static final long FLAT = 64L * 1024 * 1024;

  private final RunningService service;

  LoadTest(RunningService service) {
    this.service = service;
  }

  @Test
  void answersTwoHundredClientsAtOnceWithFewThreads() throws Exception {
    String playlist = service.playlistOf(service.songs(1, 10));
    service.getWhenQuiet(analysis(playlist));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    poll(playlist);
    poll(playlist);
    long before = heap();
    threads.resetPeakThreadCount();

    for (int round = 0; round < ROUNDS; round++) {
      assertThat(poll(playlist)).allMatch(reply -> reply.status() == 200);
    }

    assertThat(threads.getPeakThreadCount()).isLessThan(MOST_THREADS);
    assertThat(heap() - before).isLessThan(FLAT);
  }

  @Test
  void answersWhoeverWaitsForWorkToBeDone() throws Exception {
    String playlist = service.playlistOf(service.songs(500, 10));

    List<Reply> replies = poll(playlist, "Prefer", "wait=5");

    assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 202);
    assertThat(service.getWhenQuiet(analysis(playlist)).status()).isEqualTo(200);
  }

  /** Sends one request from each client, all at once, and returns the answers. */
  private List<Reply> poll(String playlist, String... headers) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> calls =
          IntStream.range(0, CLIENTS)
              .mapToObj(_ -> (Callable<Reply>) () -> service.get(analysis(playlist), headers))
              .toList();
      return clients.invokeAll(calls).stream().map(LoadTest::result).toList();
    }
  }

  private static Reply result(Future<Reply> call) {
    try {
      return call.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
