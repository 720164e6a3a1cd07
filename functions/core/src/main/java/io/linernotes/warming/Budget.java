package io.linernotes.warming;

import io.linernotes.cache.Entry;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.CallCost;
import io.linernotes.planning.Due;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.QueueDepths.Depth;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls to each provider that the warmer may cause until its next run: its share of what the
 * quota serves in that time, minus the calls of the tasks already queued. If more is queued, the
 * warmer sends nothing. Without a known quota and queue depth, the budget is zero.
 */
final class Budget {

  /** The assumed size of a playlist that was never seen. */
  private static final int UNSEEN_TRACKS = 100;

  /**
   * A quota of one call per window has a FIFO queue, in which a request's task waits for all tasks
   * ahead of it. So the warmer queues no more there than a minute's work.
   */
  private static final Duration LONGEST_HOLD_UP = Duration.ofMinutes(1);

  private final Map<Provider, Double> left = new EnumMap<>(Provider.class);

  Budget(Map<Provider, Quota> quotas, Map<Provider, Depth> depths, WarmingSettings settings) {
    quotas.forEach(
        (provider, quota) -> {
          Depth depth = depths.get(provider);
          if (depth != null) {
            left.put(provider, room(quota, depth, settings));
          }
        });
  }

  private static double room(Quota quota, Depth depth, WarmingSettings settings) {
    Duration interval = settings.interval();
    Duration filled =
        quota.isIndivisible() && interval.compareTo(LONGEST_HOLD_UP) > 0
            ? LONGEST_HOLD_UP
            : interval;
    double calls = settings.share() * quota.calls() * filled.toNanos() / quota.window().toNanos();
    long waiting = (long) depth.waiting() + depth.inFlight() + depth.delayed();
    return Math.max(0, calls - waiting * CallCost.OF_ANY_TASK);
  }

  /** Whether no provider can take one more call. */
  boolean isSpent() {
    return left.values().stream().allMatch(calls -> calls < 1);
  }

  /** Takes the cost of the task from the budget, if it fits. */
  boolean take(Due due) {
    return take(CallCost.of(due.task(), known(due)));
  }

  /** Takes the cost of an ordinary playlist's sections; returns those that fit into the budget. */
  Set<Section> takeSections() {
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (Section section : Section.values()) {
      if (take(Map.of(CallCost.provider(section), UNSEEN_TRACKS * CallCost.ofSection(section)))) {
        sections.add(section);
      }
    }
    return sections;
  }

  private boolean take(Map<Provider, Double> cost) {
    boolean isThere =
        cost.entrySet().stream()
            .allMatch(each -> left.getOrDefault(each.getKey(), 0.0) >= each.getValue());
    if (isThere) {
      cost.forEach((provider, calls) -> left.merge(provider, -calls, Double::sum));
    }
    return isThere;
  }

  private static @Nullable Object known(Due due) {
    Entry<?> entry = due.seen().entry();
    return entry == null ? null : entry.value();
  }
}
