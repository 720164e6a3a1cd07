package io.linernotes.worker;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.WriteBack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.observability.LogContext;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.Enricher;
import io.linernotes.planning.KeyPlanner;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.provider.Cooldown;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Handles a batch of messages: skips the tasks whose answers are cached, runs the others at the
 * provider's pace, writes the answers back, enqueues the follow-up tasks, and acknowledges each
 * message by itself. Every step is idempotent, so a redelivered message does no harm.
 */
public final class WorkerLoop<T extends Task> {

  private static final Logger LOG = Loggers.of(WorkerLoop.class);

  /** How long a provider's refusal of a feature is remembered. */
  private static final Duration REFUSAL = Duration.ofDays(1);

  /** After this many failures in a row the provider counts as down and a cooldown starts. */
  private static final int OUTAGE = 5;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

  /** The longest delay for which a failed task may block a FIFO queue. */
  private static final Duration LONGEST_RETRY_IN_PLACE = Duration.ofSeconds(30);

  private final TaskWorker<T> worker;
  private final TrackCache cache;
  private final WriteBack writeBack;
  private final TaskQueue queue;
  private final Enricher enricher;
  private final Dispatcher dispatcher;
  private final CooldownWatch cooldowns;
  private final Redelivery redelivery;
  private final InstantSource clock;
  private final boolean fifo;
  private final int lastReceive;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final Map<Fate, Integer> fates = new ConcurrentHashMap<>();

  /**
   * @param fifo whether the messages come from a FIFO queue, which cannot delay a single message
   * @param lastReceive the receive after which a message goes to the dead-letter queue
   */
  WorkerLoop(
      TaskWorker<T> worker,
      TrackCache cache,
      TaskQueue queue,
      LeaseTime leaseTime,
      CooldownWatch cooldowns,
      Redelivery redelivery,
      InstantSource clock,
      boolean fifo,
      int lastReceive) {
    this.worker = worker;
    this.cache = cache;
    this.writeBack = new WriteBack(cache);
    this.queue = queue;
    this.dispatcher = new Dispatcher(cache, queue, leaseTime);
    this.enricher = new Enricher(cache, dispatcher);
    this.cooldowns = cooldowns;
    this.redelivery = redelivery;
    this.clock = clock;
    this.fifo = fifo;
    this.lastReceive = lastReceive;
  }

  /**
   * A message as it was received.
   *
   * @param receives how often the message has been received, this time included
   */
  record Received(String id, String receiptHandle, int receives, TaskMessage message) {}

  /**
   * Works the batch off.
   *
   * @return the ids of the messages that SQS must redeliver
   */
  Set<String> work(List<Received> batch) {
    fates.clear();
    return new Batch(batch, clock.instant()).work();
  }

  /** Whether the task is for this worker's provider. */
  boolean takes(Task task) {
    return worker.tasks().isInstance(task);
  }

  /**
   * Makes a message that no retry can help visible at once, so that SQS soon moves it to the
   * dead-letter queue. Otherwise it would block a FIFO queue for its visibility timeout after each
   * receive.
   */
  void giveUp(String receiptHandle) {
    redelivery.after(receiptHandle, Duration.ZERO);
  }

  /** The number of tasks of the last batch with this fate. */
  int count(Fate fate) {
    return fates.getOrDefault(fate, 0);
  }

  private void met(Fate fate, int tasks) {
    fates.merge(fate, tasks, Integer::sum);
  }

  /** One batch: the state that its steps share. */
  private final class Batch {

    private final Instant now;
    private final List<Received> messages;
    private final Map<T, List<Received>> byTask = new LinkedHashMap<>();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    private CacheView known = CacheView.empty();

    Batch(List<Received> messages, Instant now) {
      this.messages = messages;
      this.now = notBeforeTheQuestions(messages, now);
      for (Received received : messages) {
        T task = worker.tasks().cast(received.message().task());
        byTask.computeIfAbsent(task, _ -> new ArrayList<>()).add(received);
      }
    }

    /**
     * The clock's time, or the time when the newest message was sent if this clock lags behind the
     * sender's. An answer that seems older than its request would be rejected by an invalidation's
     * fence.
     */
    private static Instant notBeforeTheQuestions(List<Received> messages, Instant now) {
      return messages.stream()
          .map(received -> received.message().sentAt())
          .filter(now::isBefore)
          .max(Comparator.naturalOrder())
          .orElse(now);
    }

    Set<String> work() {
      try {
        known = refreshedAhead(cache.read(keys()));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "the cache could not be read; the whole batch comes again", e);
        met(Fate.FAILED, byTask.size());
        messages.forEach(
            each -> redelivery.after(each.receiptHandle(), retryDelay(each.receives())));
        return messages.stream().map(Received::id).collect(Collectors.toSet());
      }
      cooldowns.saw(known);
      List<T> unanswered = new ArrayList<>();
      for (T task : byTask.keySet()) {
        worker
            .answered(task, known, now)
            .ifPresentOrElse(result -> settle(result, Fate.SKIPPED), () -> unanswered.add(task));
      }
      Duration cooling = cooldowns.left();
      if (cooling.isPositive()) {
        unanswered.forEach(
            task ->
                settle(TaskResult.failed(task, new Outcome.Postponed<>(cooling)), Fate.POSTPONED));
      } else {
        askAll(unanswered);
      }
      return again;
    }

    /**
     * For a task that refreshes ahead, an entry that becomes stale before that time counts as stale
     * now.
     */
    private CacheView refreshedAhead(CacheView view) {
      CacheView seen = view;
      for (Received received : messages) {
        Instant ahead = received.message().refreshAhead();
        if (ahead != null) {
          seen = seen.staleUnlessFreshAt(ahead, received.message().task().keys(), now);
        }
      }
      return seen;
    }

    private Set<CacheKey<?>> keys() {
      Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
      keys.add(cooldowns.key());
      for (T task : byTask.keySet()) {
        keys.addAll(task.keys());
        keys.addAll(worker.alsoReads(task));
      }
      return keys;
    }

    /** Runs the groups concurrently, so that slow replies do not delay the next calls. */
    private void askAll(List<T> tasks) {
      List<Thread> threads = new ArrayList<>();
      for (List<T> group : worker.grouped(tasks)) {
        threads.add(Thread.ofVirtual().name("ask").start(LogContext.carriedTo(() -> ask(group))));
      }
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          threads.forEach(Thread::interrupt);
          Thread.currentThread().interrupt();
        }
      }
    }

    private void ask(List<T> group) {
      List<TaskResult> results;
      try {
        results = worker.ask(group, known, now);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a fault while asking; the messages come again", e);
        results =
            group.stream()
                .map(
                    task ->
                        TaskResult.failed(
                            task, new Outcome.Unavailable<>(e.getClass().getName(), null)))
                .toList();
      }
      results.forEach(result -> settle(result, Fate.ANSWERED));
    }

    /**
     * Stores the entries. Then it enqueues the follow-ups of a finished task, or delays, retries or
     * gives up a failed one.
     *
     * @param finished the task's fate unless it failed
     */
    private void settle(TaskResult result, Fate finished) {
      List<Received> received = messagesOf(result.task());
      Outcome.Failure<?> failure = result.failure();
      Fate fate = failure == null ? finished : fate(failure);
      try {
        boolean current = writeAll(result.entries());
        if (failure == null) {
          failuresInARow.set(0);
          TaskResult followed = current ? result : result.then(List.of());
          follow(followed, received.getFirst().message());
          releaseUnwritten(followed);
        } else {
          fail(result.task(), failure, received);
        }
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a fault while storing; the messages come again", e);
        received.forEach(this::retry);
        fate = Fate.FAILED;
      }
      met(fate, 1);
    }

    private List<Received> messagesOf(Task task) {
      List<Received> received = byTask.get(worker.tasks().cast(task));
      return received == null ? List.of() : received;
    }

    private static Fate fate(Outcome.Failure<?> failure) {
      return switch (failure) {
        case Outcome.Throttled<?> _ -> Fate.THROTTLED;
        case Outcome.Postponed<?> _ -> Fate.POSTPONED;
        case Outcome.Unavailable<?> _ -> Fate.FAILED;
        case Outcome.Unsupported<?> _ -> Fate.REFUSED;
      };
    }

    /**
     * Stores the entries. An answer older than an invalidation is dropped and has no follow-ups:
     * the invalidation has already re-requested it, and the new answer brings its own.
     *
     * @return whether no entry was dropped because of an invalidation
     */
    private boolean writeAll(List<Entry<?>> entries) {
      boolean current = true;
      for (Entry<?> entry : entries) {
        current &= write(entry);
      }
      return current;
    }

    private <T> boolean write(Entry<T> entry) {
      return switch (writeBack.write(entry, known.slot(entry.key()))) {
        case WriteBack.Outcome.Stored<T> _ -> true;
        case WriteBack.Outcome.Outdated<T>(Entry<T> present) -> {
          about("an answer that was asked for later is there", entry.key())
              .with("present_since", present.fetchedAt().toString())
              .log(LOG, Level.DEBUG);
          yield true;
        }
        case WriteBack.Outcome.Fenced<T>(CacheKey<T> key, Instant invalidatedAt) -> {
          about("invalidated after it was asked for: dropped", key)
              .with("invalidated_at", invalidatedAt.toString())
              .log(LOG, Level.INFO);
          yield false;
        }
      };
    }

    /** Logs the kind alone: a key may contain a user's account or names. */
    private static LogLine about(String what, CacheKey<?> key) {
      return LogLine.of(what).with("kind", key.kind().name());
    }

    private void follow(TaskResult result, TaskMessage message) {
      RequestContext requestContext =
          new RequestContext(message.correlationId(), message.group(), message.refreshAhead());
      for (TaskResult.Next next : result.next()) {
        switch (next) {
          case TaskResult.Enrich(var tracks, var sections) ->
              enricher.enrich(tracks, sections, requestContext, clock.instant());
          case TaskResult.Continue(Task task) -> sendOn(message.next(task));
          case TaskResult.AlsoAsk(var tasks) -> alsoAsk(tasks, requestContext);
          case TaskResult.Remember(var refusal, String cause) -> remember(refusal, cause);
        }
      }
    }

    private void remember(CacheKey<Cooldown> refusal, String cause) {
      LogLine.of("a feature is refused to this application")
          .with("refusal", refusal.value())
          .with("cause", cause)
          .log(LOG, Level.WARNING);
      Cooldown unsupported = new Cooldown(Cooldown.Reason.UNSUPPORTED, 1);
      write(Entry.until(refusal, unsupported, now, now.plus(REFUSAL)));
    }

    private void sendOn(TaskMessage message) {
      if (!queue.send(List.of(message)).isEmpty()) {
        throw new IllegalStateException("the next task could not be sent");
      }
    }

    /**
     * Enqueues those of the tasks that are due, and those whose answer is cached but has
     * follow-ups.
     */
    private void alsoAsk(List<? extends Task> tasks, RequestContext requestContext) {
      Set<CacheKey<?>> keys = new LinkedHashSet<>(Cooldowns.all());
      for (Task task : tasks) {
        keys.addAll(task.keys());
        own(task).ifPresent(own -> keys.addAll(worker.alsoReads(own)));
      }
      Instant moment = clock.instant();
      Instant freshAt = requestContext.freshAt(moment);
      CacheView view = cache.read(keys).staleUnlessFreshAt(freshAt, keys, moment);
      KeyPlanner planner = new KeyPlanner(view, moment, freshAt);
      for (Task task : tasks) {
        Optional<TaskResult> answered =
            own(task).flatMap(own -> worker.answered(own, view, moment));
        for (CacheKey<?> key : task.keys()) {
          if (answered.isEmpty()) {
            // A fresh entry may not answer the task: a page of another playlist version.
            planner.plan(view.slot(key).staleAt(moment), task);
          } else if (answered.get().hasWork()) {
            planner.planFollowUps(view.slot(key), task);
          }
        }
      }
      dispatcher.dispatch(planner.takeDue(), requestContext, moment);
    }

    /** The task, if it is for this worker's provider. */
    private Optional<T> own(Task task) {
      return worker.tasks().isInstance(task)
          ? Optional.of(worker.tasks().cast(task))
          : Optional.empty();
    }

    /**
     * Releases the leases of the keys under which nothing was stored, except those that a
     * continuing task keeps.
     */
    private void releaseUnwritten(TaskResult result) {
      Set<String> kept =
          result.entries().stream().map(entry -> entry.key().value()).collect(Collectors.toSet());
      for (TaskResult.Next next : result.next()) {
        if (next instanceof TaskResult.Continue(Task task)) {
          task.keys().forEach(key -> kept.add(key.value()));
        }
      }
      release(
          result.task().keys().stream()
              .filter(key -> !kept.contains(key.value()))
              .filter(key -> known.slot(key).isLeased(now))
              .toList());
    }

    private void release(List<? extends CacheKey<?>> keys) {
      if (!keys.isEmpty()) {
        cache.release(keys);
      }
    }

    private void fail(Task task, Outcome.Failure<?> failure, List<Received> received) {
      switch (failure) {
        case Outcome.Throttled<?>(var retryAfter) -> {
          Duration cooling = cooldowns.start(Cooldown.Reason.THROTTLED, retryAfter);
          failed("the provider throttles", received)
              .with("cooldown_seconds", cooling.toSeconds())
              .log(LOG, Level.WARNING);
          putOff(task, received, cooling);
        }
        case Outcome.Postponed<?>(Duration delay) -> putOff(task, received, delay);
        case Outcome.Unavailable<?>(String cause, @Nullable Duration retryAfter) -> {
          failed("the provider is unavailable", received)
              .with("cause", cause)
              .log(LOG, Level.WARNING);
          if (retryAfter != null || failuresInARow.incrementAndGet() % OUTAGE == 0) {
            cooldowns.start(Cooldown.Reason.UNAVAILABLE, retryAfter);
          }
          if (retryAfter != null) {
            putOff(task, received, retryAfter);
          } else {
            received.forEach(this::retry);
          }
        }
        case Outcome.Unsupported<?>(String cause) -> {
          failed("the provider refuses this application", received)
              .with("cause", cause)
              .log(LOG, Level.WARNING);
          release(task.keys());
        }
      }
    }

    private static LogLine failed(String what, List<Received> received) {
      TaskMessage message = received.getFirst().message();
      return LogLine.of(what)
          .with("provider", message.task().provider().id())
          .with("correlation_id", message.correlationId());
    }

    /**
     * Delays a task that could not run through no fault of its own. A standard queue gets a new
     * message, so the delay does not use up the receives that retries are counted by.
     */
    private void putOff(Task task, List<Received> received, Duration delay) {
      if (delay.compareTo(TaskQueue.LONGEST_DELAY) > 0) {
        release(task.keys());
        return;
      }
      if (fifo || delay.isZero()) {
        received.forEach(each -> comeAgain(each, delay));
        return;
      }
      List<TaskMessage> unsent =
          queue.send(received.stream().limit(1).map(Received::message).toList(), delay);
      if (!unsent.isEmpty()) {
        received.forEach(each -> comeAgain(each, delay));
      }
    }

    /**
     * Retries a failed task later. A FIFO queue delivers nothing behind a message that waits for
     * redelivery, so the task is sent again behind the others. A task alone in its batch waits in
     * place, only for a short time because others may arrive.
     */
    private void retry(Received received) {
      int failures = failures(received);
      boolean isLast = failures >= lastReceive;
      if (!fifo || isLast || messages.size() == 1 || !sentBehind(received, failures)) {
        comeAgain(received, retryDelay(failures));
      }
    }

    private boolean sentBehind(Received received, int failures) {
      return queue.send(List.of(received.message().afterFailures(failures))).isEmpty();
    }

    /** How often the task has failed, in this message and in earlier messages. */
    private static int failures(Received received) {
      Integer before = received.message().failures();
      return received.receives() + (before == null ? 0 : before);
    }

    private void comeAgain(Received received, Duration delay) {
      again.add(received.id());
      if (failures(received) >= lastReceive) {
        // Visible at once until SQS moves it to the dead-letter queue, so that it does not block a
        // FIFO queue for its visibility timeout. The next request may send the task again.
        release(received.message().task().keys());
        redelivery.after(received.receiptHandle(), Duration.ZERO);
      } else {
        redelivery.after(received.receiptHandle(), delay);
      }
    }

    private Duration retryDelay(int failures) {
      Duration longest = fifo ? LONGEST_RETRY_IN_PLACE : LONGEST_RETRY;
      Duration delay = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
      return delay.compareTo(longest) < 0 ? delay : longest;
    }
  }
}
