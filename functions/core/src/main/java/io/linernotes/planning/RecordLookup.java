package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.TrackCache;
import io.linernotes.task.Task;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks a single record up in the cache, and sends its task if that is due. */
public final class RecordLookup {

  private final TrackCache cache;
  private final Dispatcher dispatcher;

  public RecordLookup(TrackCache cache, Dispatcher dispatcher) {
    this.cache = cache;
    this.dispatcher = dispatcher;
  }

  /**
   * The state of the record now; sends {@code task} if the key is due.
   *
   * @param task the task whose answer is stored under {@code key}
   */
  public <T> SectionState<T> find(
      CacheKey<T> key, Task task, RequestContext requestContext, Instant now) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
    keys.add(key);
    CacheView view = cache.read(keys);
    KeyPlanner planner = new KeyPlanner(view, now);
    SectionState<T> state = planner.plan(key, task);
    dispatcher.dispatch(planner.takeDue(), requestContext, now);
    return state;
  }
}
