package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each key whether its task must be sent, and what its section shows meanwhile. The
 * first rule that applies decides:
 *
 * <ol>
 *   <li>a fresh entry is served;
 *   <li>a refused feature is not asked for: a stale value is served, else it is unsupported;
 *   <li>a long cooldown, or an outage of any length while nobody holds the lease, sends nothing: a
 *       stale value is served, else the section says when the cooldown ends;
 *   <li>a leased key has a task on its way: a stale value is served meanwhile;
 *   <li>everything else is due, each key once however often it is planned.
 * </ol>
 *
 * <p>A long cooldown comes before the lease because workers release the leases of tasks that they
 * cannot delay for so long. An outage comes after it because those tasks are retried. A stale miss
 * is never served: the provider may have the record by now.
 */
public final class KeyPlanner {

  private final CacheView view;
  private final Instant now;
  private final Instant freshAt;
  private final Cooldowns cooldowns;
  private final List<Due> due = new ArrayList<>();
  private final Set<String> dueKeys = new HashSet<>();
  private final Map<Provider, Map<Found, Integer>> notDue = new EnumMap<>(Provider.class);

  /**
   * A planner for which entries are due once they are stale.
   *
   * @param view what the cache holds under the keys to plan, and under {@link Cooldowns#all}
   */
  public KeyPlanner(CacheView view, Instant now) {
    this(view, now, now);
  }

  /**
   * A planner that refreshes ahead.
   *
   * @param freshAt entries that are not fresh at this instant are due already; leases and cooldowns
   *     are those of {@code now}
   */
  public KeyPlanner(CacheView view, Instant now, Instant freshAt) {
    this.view = view;
    this.now = now;
    this.freshAt = freshAt;
    this.cooldowns = new Cooldowns(view, now);
  }

  /** Why a key was not due. */
  public enum Found {
    /** The cache holds an entry that is fresh for long enough. */
    FRESH,
    /** Its task is on its way. */
    ON_ITS_WAY,
    /** The provider is cooling down. */
    REFUSED
  }

  /**
   * Plans one key.
   *
   * @param task the task whose answer is stored under {@code key}
   */
  public <T> SectionState<T> plan(CacheKey<T> key, Task task) {
    return plan(view.slot(key), task);
  }

  /**
   * Plans one key by a slot that the caller has changed, such as a page of an old version made
   * stale.
   *
   * @param task the task whose answer is stored under the slot's key
   */
  public <T> SectionState<T> plan(Slot<T> slot, Task task) {
    Provider provider = task.provider();
    Entry<T> fresh = slot.fresh(freshAt);
    if (fresh != null) {
      count(provider, Found.FRESH);
      return settled(fresh);
    }
    Optional<Entry<T>> servable = Optional.ofNullable(servable(slot));
    if (cooldowns.refuses(task)) {
      return servable.map(this::settled).orElseGet(SectionState::unsupported);
    }
    Optional<Cooldowns.Running> closed = cooldowns.blocking(provider);
    boolean isLeased = slot.isLeased(now);
    if (closed.isPresent() && (closed.get().isLong() || !isLeased)) {
      count(provider, Found.REFUSED);
      return servable.map(this::settled).orElseGet(() -> refused(closed.get()));
    }
    if (isLeased) {
      count(provider, Found.ON_ITS_WAY);
    } else {
      send(slot, task);
    }
    return servable.map(this::refreshing).orElseGet(SectionState::pending);
  }

  /**
   * Plans a task whose answer is cached, for its follow-ups only. They need no call to the task's
   * own provider, so its cooldown does not stop them; only a lease does.
   */
  public void planFollowUps(Slot<?> slot, Task task) {
    if (slot.isLeased(now)) {
      count(task.provider(), Found.ON_ITS_WAY);
    } else {
      send(slot, task);
    }
  }

  /** What the slot shows without sending a task; null if nothing. */
  <T> @Nullable SectionState<T> served(Slot<T> slot) {
    Entry<T> servable = servable(slot);
    return servable == null ? null : settled(servable);
  }

  /** The value under the key, unless it has expired. */
  public <T> @Nullable T value(CacheKey<T> key) {
    return view.slot(key).value(now);
  }

  /** The keys that became due since the last call; each key is due once in a planner's life. */
  public List<Due> takeDue() {
    List<Due> taken = List.copyOf(due);
    due.clear();
    return taken;
  }

  /** How many keys of each provider were not due, and why. */
  public Map<Provider, Map<Found, Integer>> notDue() {
    return Collections.unmodifiableMap(notDue);
  }

  CacheView view() {
    return view;
  }

  Instant now() {
    return now;
  }

  Cooldowns cooldowns() {
    return cooldowns;
  }

  private void send(Slot<?> slot, Task task) {
    if (dueKeys.add(slot.key().value())) {
      due.add(new Due(slot, task));
    }
  }

  private void count(Provider provider, Found found) {
    notDue.computeIfAbsent(provider, _ -> new EnumMap<>(Found.class)).merge(found, 1, Integer::sum);
  }

  /** A fresh entry, or a stale value; null for a stale miss. */
  private <T> @Nullable Entry<T> servable(Slot<T> slot) {
    Entry<T> alive = slot.alive(now);
    return alive == null || (alive.isMiss() && !alive.isFresh(now)) ? null : alive;
  }

  private <T> SectionState<T> settled(Entry<T> entry) {
    Status status = entry.isMiss() ? Status.MISS : entry.isFresh(now) ? Status.HIT : Status.STALE;
    return SectionState.of(entry, status, false);
  }

  /** An entry that is refreshed ahead of time is a plain hit while it is fresh. */
  private <T> SectionState<T> refreshing(Entry<T> entry) {
    return entry.isFresh(now) ? settled(entry) : SectionState.of(entry, Status.STALE, true);
  }

  private static <T> SectionState<T> refused(Cooldowns.Running closed) {
    Status status =
        switch (closed.cooldown().reason()) {
          case THROTTLED -> Status.THROTTLED;
          case UNAVAILABLE -> Status.UNAVAILABLE;
          case UNSUPPORTED -> Status.UNSUPPORTED;
        };
    return SectionState.refused(status, closed.left());
  }
}
