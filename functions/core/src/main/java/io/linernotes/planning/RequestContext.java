package io.linernotes.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is planned.
 *
 * @param correlationId ties the log lines of one request together, from the API to the workers
 * @param group whom the queues treat fairly against whom: a playlist, or one request's tracks
 * @param refreshAhead what will not be fresh beyond this instant is due already; null for now
 */
public record RequestContext(String correlationId, String group, @Nullable Instant refreshAhead) {

  /** A request to which any entry that is fresh now is fresh enough. */
  public RequestContext(String correlationId, String group) {
    this(correlationId, group, null);
  }

  /** From when on an entry must be fresh to be left alone. */
  public Instant freshAt(Instant now) {
    return refreshAhead != null && refreshAhead.isAfter(now) ? refreshAhead : now;
  }
}
