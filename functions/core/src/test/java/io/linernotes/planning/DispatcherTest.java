package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.task.TaskQueue;
import io.linernotes.time.MovableClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final RequestContext CONTEXT = new RequestContext("test", "test");

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();

  @Test
  void leasesWhatItSends() {
    dispatch(queue, "Björk", "Sigur Rós");

    assertThat(queue.tasks()).hasSize(2);
    assertThat(cache.leasedKeys(clock.instant())).hasSize(2);
  }

  @Test
  void whatNoQueueTakesGivesItsLeaseBack() {
    queue.refuse(message -> message.task().equals(new Task.FetchLastfmArtist("Björk")));

    Dispatcher.Dispatched dispatched = dispatch(queue, "Björk", "Sigur Rós");

    assertThat(dispatched.unsent()).containsExactly(new Task.FetchLastfmArtist("Björk"));
    assertThat(cache.leasedKeys(clock.instant()))
        .containsExactly(EnrichmentKeys.artist("Sigur Rós").value());
  }

  @Test
  void aQueueThatFailsLocksNoKey() {
    TaskQueue broken =
        (_, _) -> {
          throw new IllegalStateException("a test");
        };

    assertThatIllegalStateException().isThrownBy(() -> dispatch(broken, "Björk", "Sigur Rós"));

    assertThat(cache.leasedKeys(clock.instant())).isEmpty();
  }

  private Dispatcher.Dispatched dispatch(TaskQueue into, String... artists) {
    List<Due> due =
        Stream.of(artists)
            .map(
                name ->
                    new Due(
                        Slot.empty(EnrichmentKeys.artist(name)), new Task.FetchLastfmArtist(name)))
            .toList();
    return new Dispatcher(cache, into, LeaseTime.ofEmptyQueues())
        .dispatch(due, CONTEXT, clock.instant());
  }
}
