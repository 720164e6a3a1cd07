package io.linernotes.task;

import io.linernotes.provider.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many messages stand in the queues, about. */
public interface QueueDepths {

  /**
   * The messages of one provider.
   *
   * @param waiting visible to a worker
   * @param inFlight with a worker
   * @param delayed to be visible later
   * @param deadLetters given up; null if that queue is not known here
   */
  record Depth(int waiting, int inFlight, int delayed, @Nullable Integer deadLetters) {}

  /** The depth of every provider's queue that is known here. */
  Map<Provider, Depth> depths();
}
