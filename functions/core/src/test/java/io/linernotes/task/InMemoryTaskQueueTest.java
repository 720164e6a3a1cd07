package io.linernotes.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.provider.Provider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTaskQueueTest extends TaskQueueContract {

  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();

  @Override
  protected TaskQueue queue() {
    return queue;
  }

  @Override
  protected List<TaskMessage> receive(Provider provider, int count) {
    return queue.drain(provider);
  }

  @Test
  void refusesSomeMessages() {
    TaskMessage accepted = message(new Task.FetchLastfmArtist("Björk"));
    TaskMessage refused = message(new Task.FetchLastfmArtist("Sigur Rós"));
    queue.refuse(refused::equals);

    assertThat(queue.send(List.of(accepted, refused), Duration.ofSeconds(9)))
        .containsExactly(refused);
    assertThat(queue.sent())
        .containsExactly(new InMemoryTaskQueue.Sent(accepted, Duration.ofSeconds(9)));
  }
}
