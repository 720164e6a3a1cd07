package io.linernotes.task;

import io.linernotes.provider.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The approximate numbers of messages in the queues. */
public interface QueueDepths {

  /**
   * The messages of one provider.
   *
   * @param waiting visible to a worker
   * @param inFlight received by a worker and not yet deleted
   * @param delayed not visible to a worker yet
   * @param deadLetters in the dead-letter queue; null if that queue is not configured
   */
  record Depth(int waiting, int inFlight, int delayed, @Nullable Integer deadLetters) {}

  /** The depth of every queue that is configured, by provider. */
  Map<Provider, Depth> depths();
}
