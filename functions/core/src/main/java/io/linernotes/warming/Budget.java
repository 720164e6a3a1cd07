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
 * The calls that the warmer may cause until it runs again: its share of what each quota serves in
 * that time, minus what is queued already. While more than that is queued, the warmer sends
 * nothing. An unknown quota or depth leaves no room.
 */
final class Budget {

  /** The assumed size of a playlist that was never seen. */
  private static final int UNSEEN_TRACKS = 100;

  /**
   * A quota that cannot be shared has a FIFO queue, in which a request's task waits for all tasks
   * ahead of it; so the warmer fills it for no longer than a request may wait.
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

  /** Takes what the task may cost, if there is as much. */
  boolean take(Due due) {
    return take(CallCost.of(due.task(), known(due)));
  }

  /** The sections for which an ordinary playlist fits into the budget; takes what they cost. */
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
