package io.linernotes.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request on whose behalf tasks are planned and sent.
 *
 * @param correlationId ties the log lines of one request together, from the API to the workers
 * @param group the unit of the queues' fairness: a playlist, or one request's tracks
 * @param refreshAhead entries that will be stale at this instant are due already; null for now
 */
public record RequestContext(String correlationId, String group, @Nullable Instant refreshAhead) {

  /** A request to which any entry that is fresh now is fresh enough. */
  public RequestContext(String correlationId, String group) {
    this(correlationId, group, null);
  }

  /** The instant at which an entry must still be fresh, or else it is due. */
  public Instant freshAt(Instant now) {
    return refreshAhead != null && refreshAhead.isAfter(now) ? refreshAhead : now;
  }
}
