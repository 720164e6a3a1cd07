package io.linernotes.planning;

import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.QueueDepths.Depth;
import io.linernotes.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a lease lasts: until its task has certainly been received and finished. If a lease ended
 * while its message still waited, each further request would send the task again, and polling would
 * multiply a backlog of hours. So a lease lasts 45 minutes plus twice the time that the queued
 * tasks take within the quota (twice, since a provider may throttle), and 24 hours at most.
 */
public final class LeaseTime {

  /** Longer than five receives of a message whose worker fails each time (5 × 6 minutes). */
  public static final Duration SHORTEST = Duration.ofMinutes(45);

  static final Duration LONGEST = Duration.ofHours(24);

  private static final int SAFETY = 2;

  /** Depths are approximate, so reading them more often adds nothing. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final QueueDepths queues;
  private final Map<Provider, Quota> quotas;
  private Map<Provider, Depth> depths = Map.of();
  private Instant lookedAt = Instant.MIN;

  public LeaseTime(QueueDepths queues, Map<Provider, Quota> quotas) {
    this.queues = queues;
    this.quotas = Map.copyOf(quotas);
  }

  /** Lease times as of empty queues, {@link #SHORTEST} for every task. */
  public static LeaseTime ofEmptyQueues() {
    return new LeaseTime(Map::of, Map.of());
  }

  /**
   * How long the lease for {@code task} lasts.
   *
   * @param alongside how many tasks are sent in the same batch
   */
  Duration of(Task task, int alongside, Instant now) {
    Duration ahead = ahead(task.provider(), alongside, now);
    if (task instanceof Task.FindIsrc) {
      // The lease covers the chain: Deezer's task follows MusicBrainz's under the same lease.
      ahead = ahead.plus(ahead(Provider.DEEZER, alongside, now));
    }
    Duration whole = SHORTEST.plus(ahead.multipliedBy(SAFETY));
    return whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
  }

  private Duration ahead(Provider provider, int alongside, Instant now) {
    Quota quota = quotas.get(provider);
    if (quota == null) {
      return Duration.ZERO;
    }
    Depth depth = depths(now).getOrDefault(provider, new Depth(0, 0, 0, null));
    long tasks = (long) depth.waiting() + depth.inFlight() + depth.delayed() + alongside;
    return quota.timeFor(tasks * CallCost.OF_ANY_TASK);
  }

  private synchronized Map<Provider, Depth> depths(Instant now) {
    if (Duration.between(lookedAt, now).compareTo(LOOK_AGAIN) > 0) {
      depths = queues.depths();
      lookedAt = now;
    }
    return depths;
  }
}
