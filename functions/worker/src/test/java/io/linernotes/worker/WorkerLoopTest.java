package io.linernotes.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Claim;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.WorkerLoop.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerLoopTest {

  private static final int LAST_RECEIVE = 5;
  private static final DeezerTrack ANSWER =
      new DeezerTrack(7L, null, null, null, null, 120.0, -9.1, 500, null, "deezer", null);

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final Map<String, Duration> redelivered = new ConcurrentHashMap<>();
  private final ScriptedWorker worker = new ScriptedWorker();

  @Test
  void writesTheAnswerBackEndsTheLeaseAndAcknowledges() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, found(task));

    Set<String> again = loop(false).work(List.of(received("1", task)));

    assertThat(again).isEmpty();
    Slot<DeezerTrack> slot = cache.slot(EnrichmentKeys.deezer(Songs.comeTogether()));
    assertThat(slot.value(clock.instant())).isEqualTo(ANSWER);
    assertThat(slot.isLeased(clock.instant())).isFalse();
  }

  @Test
  void dropsWhatIsAnsweredAlready() {
    Task task = deezer(Songs.comeTogether());
    cache.with(Entry.found(EnrichmentKeys.deezer(Songs.comeTogether()), ANSWER, clock.instant()));

    Set<String> again = loop(false).work(List.of(received("1", task)));

    assertThat(again).isEmpty();
    assertThat(worker.asked).isEmpty();
  }

  @Test
  void asksOnceForATaskThatTheBatchHoldsTwice() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, found(task));

    loop(false).work(List.of(received("1", task), received("2", task)));

    assertThat(worker.asked).containsExactly(task);
  }

  @Test
  void aMessageThatComesAgainCostsNoSecondCall() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, found(task));

    loop(false).work(List.of(received("1", task)));
    loop(false).work(List.of(received("1", task)));

    assertThat(worker.asked).hasSize(1);
  }

  @Test
  void throttlingStartsASharedCooldownAndSendsTheTaskAgainLater() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, TaskResult.failed(task, new Outcome.Throttled<>(Duration.ofSeconds(30))));

    Set<String> again = loop(false).work(List.of(received("1", task)));

    assertThat(again).as("it does not spend its receives").isEmpty();
    assertThat(queue.sent()).hasSize(1);
    assertThat(queue.sent().getFirst().message().task()).isEqualTo(task);
    assertThat(queue.sent().getFirst().delay())
        .as("Retry-After is a floor, jitter goes upward")
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
    assertThat(cooldown()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
    assertThat(cache.slot(EnrichmentKeys.deezer(Songs.comeTogether())).isLeased(clock.instant()))
        .isTrue();
  }

  @Test
  void tellsWhatBecameOfEveryTaskOfTheBatch() {
    Task answered = leased(deezer(Songs.comeTogether()));
    worker.answer(answered, found(answered));
    Task known = new Task.FetchLastfmArtist("Known");
    cache.with(Entry.missing(EnrichmentKeys.artist("Known"), clock.instant()));
    Task down = new Task.FetchLastfmArtist("Down");
    worker.answer(down, TaskResult.failed(down, new Outcome.Unavailable<>("HTTP 503", null)));
    Task late = new Task.FetchLastfmArtist("Late");
    worker.answer(late, TaskResult.failed(late, new Outcome.Postponed<>(Duration.ZERO)));
    Task refused = new Task.FetchLastfmArtist("Refused");
    worker.answer(refused, TaskResult.failed(refused, new Outcome.Unsupported<>("HTTP 403")));
    Task broken = new Task.FetchLastfmArtist("Broken");
    WorkerLoop<Task> loop = loop(false);

    loop.work(
        List.of(
            received("1", answered),
            received("2", known),
            received("3", down),
            received("4", late),
            received("5", refused),
            received("6", broken)));

    assertThat(counts(loop))
        .isEqualTo(
            Map.of(
                Fate.ANSWERED, 1,
                Fate.SKIPPED, 1,
                Fate.FAILED, 2,
                Fate.POSTPONED, 1,
                Fate.REFUSED, 1,
                Fate.THROTTLED, 0));
  }

  @Test
  void tellsOfTheLastBatchAlone() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, TaskResult.failed(task, new Outcome.Throttled<>(Duration.ofSeconds(30))));
    WorkerLoop<Task> loop = loop(false);

    loop.work(List.of(received("1", task)));
    assertThat(loop.count(Fate.THROTTLED)).isEqualTo(1);
    loop.work(List.of(received("1", task)));

    assertThat(loop.count(Fate.THROTTLED)).isZero();
    assertThat(loop.count(Fate.POSTPONED)).isEqualTo(1);
  }

  private static Map<Fate, Integer> counts(WorkerLoop<Task> loop) {
    Map<Fate, Integer> counts = new HashMap<>();
    for (Fate fate : Fate.values()) {
      counts.put(fate, loop.count(fate));
    }
    return counts;
  }

  @Test
  void nobodyAsksWhileTheProviderCoolsDown() {
    startCooldown(Duration.ofMinutes(1));
    Task task = leased(deezer(Songs.comeTogether()));

    loop(false).work(List.of(received("1", task)));

    assertThat(worker.asked).isEmpty();
    assertThat(queue.sent().getFirst().delay()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aCooldownOfHoursReleasesTheLeaseAndSendsNothing() {
    startCooldown(Duration.ofHours(13));
    Task task = leased(deezer(Songs.comeTogether()));

    Set<String> again = loop(false).work(List.of(received("1", task)));

    assertThat(again).isEmpty();
    assertThat(queue.sent()).isEmpty();
    assertThat(cache.leasedKeys(clock.instant())).isEmpty();
  }

  @Test
  void eachThrottlingInARowWaitsTwiceAsLongWhereNoTimeIsNamed() {
    List<Duration> cooldowns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Task task = deezer(Songs.numbered(3).get(i));
      worker.answer(task, TaskResult.failed(task, new Outcome.Throttled<>(null)));
      loop(false).work(List.of(received("1", task)));
      cooldowns.add(cooldown());
      clock.advance(cooldown().plusSeconds(1));
    }

    assertThat(cooldowns.get(0)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(13));
    assertThat(cooldowns.get(1)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(26));
    assertThat(cooldowns.get(2)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(51));
  }

  @Test
  void aFifoQueueMakesTheMessageVisibleLater() {
    startCooldown(Duration.ofMinutes(1));
    Task task = leased(deezer(Songs.comeTogether()));

    Set<String> again = loop(true).work(List.of(received("1", task)));

    assertThat(again).containsExactly("1");
    assertThat(queue.sent()).isEmpty();
    assertThat(redelivered).containsEntry("receipt-1", Duration.ofMinutes(1));
  }

  @Test
  void aFaultIsNoMissAndComesAgainLaterEachTime() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, TaskResult.failed(task, new Outcome.Unavailable<>("HTML", null)));

    Set<String> again = loop(false).work(List.of(received("1", 2, task)));

    assertThat(again).containsExactly("1");
    assertThat(redelivered).containsEntry("receipt-1", Duration.ofSeconds(10));
    assertThat(cache.slot(EnrichmentKeys.deezer(Songs.comeTogether())).entry()).isNull();
  }

  @Test
  void theLastReceiveGivesTheLeaseBackAndTheMessageUp() {
    Task task = leased(deezer(Songs.comeTogether()));
    worker.answer(task, TaskResult.failed(task, new Outcome.Unavailable<>("HTML", null)));

    Set<String> again = loop(false).work(List.of(received("1", LAST_RECEIVE, task)));

    assertThat(again).containsExactly("1");
    assertThat(redelivered).containsEntry("receipt-1", Duration.ZERO);
    assertThat(cache.leasedKeys(clock.instant())).isEmpty();
  }

  @Test
  void fiveFaultsInARowAreAnOutage() {
    List<Received> batch = new ArrayList<>();
    for (Track track : Songs.numbered(5)) {
      Task task = deezer(track);
      worker.answer(task, TaskResult.failed(task, new Outcome.Unavailable<>("500", null)));
      batch.add(received("m" + batch.size(), task));
    }

    loop(false).work(batch);

    Cooldowns.Running running =
        new Cooldowns(cache.read(Cooldowns.all()), clock.instant())
            .of(Provider.DEEZER)
            .orElseThrow();
    assertThat(running.cooldown().reason()).isEqualTo(Cooldown.Reason.UNAVAILABLE);
  }

  @Test
  void aRefusalIsRememberedForADay() {
    SpotifyId id = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");
    Task task = leased(new Task.FetchAudioFeatures(List.of(id)));
    Task elsewhere = new Task.FetchReccoBeatsFeatures(List.of(id));
    worker.answer(
        task,
        TaskResult.done(task)
            .then(
                List.of(
                    new TaskResult.Remember(Cooldowns.AUDIO_FEATURES, "403"),
                    new TaskResult.Continue(elsewhere))));

    Set<String> again = loop(false).work(List.of(received("1", task)));

    assertThat(again).isEmpty();
    assertThat(queue.tasks()).containsExactly(elsewhere);
    assertThat(cache.leasedKeys(clock.instant()))
        .as("somebody is still being asked")
        .containsExactly(EnrichmentKeys.audioFeatures(id).value());
    clock.advance(Duration.ofHours(23));
    assertThat(unsupported()).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(unsupported()).isFalse();
  }

  @Test
  void theNextTaskGoesOnUnderTheSameLease() {
    Task task = leased(new Task.FindIsrc(Songs.teardrop()));
    Task next = new Task.FetchDeezerTrack(Songs.teardrop(), List.of(), Set.of());
    worker.answer(task, TaskResult.done(task).then(List.of(new TaskResult.Continue(next))));

    loop(false).work(List.of(received("1", task)));

    assertThat(queue.tasks()).containsExactly(next);
    assertThat(cache.leasedKeys(clock.instant()))
        .containsExactly(EnrichmentKeys.deezer(Songs.teardrop()).value());
  }

  @Test
  void anAnswerHasItsTracksLookedAfter() {
    Task task = new Task.FetchTracks(List.of(new SpotifyId("2EqlS6tkEnglzr7tkKAAYD")), Set.of());
    worker.answer(
        task,
        TaskResult.done(task)
            .then(
                List.of(
                    new TaskResult.Enrich(List.of(Songs.comeTogether()), Set.of(Section.LASTFM)))));

    loop(false).work(List.of(received("1", task)));

    assertThat(queue.tasks())
        .containsExactly(
            new Task.FetchLastfmTrack("The Beatles", "Come Together - Remastered 2009"));
  }

  @Test
  void aStoreThatIsDownLosesNothing() {
    Task task = leased(deezer(Songs.comeTogether()));
    cache.goDown();

    Set<String> again = loop(false).work(List.of(received("1", task), received("2", task)));

    assertThat(again).containsExactlyInAnyOrder("1", "2");
    assertThat(worker.asked).isEmpty();
  }

  @Test
  void aFaultInOneTaskLeavesTheOthersAlone() {
    Task broken = deezer(Songs.numbered(2).get(0));
    Task fine = deezer(Songs.numbered(2).get(1));
    worker.answer(fine, found(fine));

    Set<String> again = loop(false).work(List.of(received("1", broken), received("2", fine)));

    assertThat(again).containsExactly("1");
  }

  /**
   * Without a delay of its own the message would wait for the queue's visibility timeout, which
   * ends minutes after the store is back.
   */
  @Test
  void aBatchThatFoundTheStoreDownComesAgainSoon() {
    Task task = leased(deezer(Songs.comeTogether()));
    cache.goDown();

    Set<String> again = loop(false).work(List.of(received("1", task), received("2", 2, task)));

    assertThat(again).containsExactlyInAnyOrder("1", "2");
    assertThat(redelivered)
        .isEqualTo(Map.of("receipt-1", Duration.ofSeconds(5), "receipt-2", Duration.ofSeconds(10)));
  }

  @Test
  void aNextTaskThatCannotBeSentKeepsTheMessage() {
    Task task = leased(new Task.FindIsrc(Songs.teardrop()));
    Task next = new Task.FetchDeezerTrack(Songs.teardrop(), List.of(), Set.of());
    worker.answer(task, TaskResult.done(task).then(List.of(new TaskResult.Continue(next))));
    queue.refuse(_ -> true);

    assertThat(loop(false).work(List.of(received("1", task)))).containsExactly("1");
  }

  @Test
  void anAnswerFromBeforeAnInvalidationIsDroppedWithAllThatFollows() {
    Task task = new Task.FindIsrc(Songs.teardrop());
    CacheKey<IsrcLookup> isrc = EnrichmentKeys.isrc(Songs.teardrop()).orElseThrow();
    IsrcLookup lookup = new IsrcLookup(List.of(new Isrc("GBAAA9800322")), null);
    worker.meanwhile(() -> cache.invalidate(List.of(isrc), clock.instant().plusMillis(1)));
    worker.answer(
        task,
        TaskResult.answered(task, List.of(Entry.found(isrc, lookup, clock.instant())))
            .then(List.of(new TaskResult.Continue(deezer(Songs.teardrop())))));

    Set<String> again = loop(false).work(List.of(received("1", leased(task))));

    assertThat(again).isEmpty();
    assertThat(cache.slot(isrc).entry()).isNull();
    assertThat(queue.tasks()).isEmpty();
    assertThat(cache.leasedKeys(clock.instant())).as("nobody goes on").isEmpty();
  }

  @Test
  void anAnswerIsNeverOlderThanItsQuestionThoughTheClockLags() {
    Task task = leased(deezer(Songs.comeTogether()));
    CacheKey<DeezerTrack> key = EnrichmentKeys.deezer(Songs.comeTogether());
    Instant invalidated = clock.instant().plusMillis(30);
    cache.invalidate(List.of(key), invalidated);
    worker.answer(now -> TaskResult.answered(task, List.of(Entry.found(key, ANSWER, now))));

    loop(false)
        .work(
            List.of(
                new Received(
                    "1",
                    "receipt-1",
                    1,
                    new TaskMessage(task, "test", "test", invalidated.plusMillis(1)))));

    assertThat(cache.slot(key).value(clock.instant())).isEqualTo(ANSWER);
  }

  @Test
  void asksAheadForWhatIsFreshButEndsTooSoon() {
    Task task = deezer(Songs.comeTogether());
    CacheKey<DeezerTrack> key = EnrichmentKeys.deezer(Songs.comeTogether());
    Entry<DeezerTrack> entry = Entry.found(key, ANSWER, clock.instant());
    cache.with(entry);
    clock.advance(Duration.ofDays(1));
    worker.answer(task, found(task));

    loop(false).work(List.of(ahead(task, entry.freshUntil().minusSeconds(1))));
    assertThat(worker.asked).as("fresh for long enough").isEmpty();

    loop(false).work(List.of(ahead(task, entry.freshUntil())));
    assertThat(worker.asked).containsExactly(task);
    assertThat(requireNonNull(cache.slot(key).entry()).freshUntil()).isAfter(entry.freshUntil());

    loop(false).work(List.of(ahead(task, entry.freshUntil())));
    assertThat(worker.asked).as("asked already").hasSize(1);
  }

  @Test
  void whatFollowsFromATaskThatRefreshesAheadDoesSoToo() {
    Task task = leased(new Task.FindIsrc(Songs.teardrop()));
    Task next = deezer(Songs.teardrop());
    worker.answer(task, TaskResult.done(task).then(List.of(new TaskResult.Continue(next))));
    Instant ahead = clock.instant().plusSeconds(1_200);

    loop(false).work(List.of(ahead(task, ahead)));

    assertThat(queue.sent().getFirst().message().refreshAhead()).isEqualTo(ahead);
  }

  @Test
  void alsoAsksForWhatIsMissing() {
    alsoAsk(deezer(Songs.teardrop()));

    assertThat(queue.tasks()).containsExactly(deezer(Songs.teardrop()));
  }

  @Test
  void doesNotAlsoAskForWhatIsFreshAndHasNoFollowUps() {
    cache.with(Entry.found(EnrichmentKeys.deezer(Songs.teardrop()), ANSWER, clock.instant()));

    alsoAsk(deezer(Songs.teardrop()));

    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void aFailedTaskOfAFifoQueueGoesBehindTheOthers() {
    Task failing = deezer(Songs.teardrop());
    Task other = deezer(Songs.halo());
    worker.answer(failing, TaskResult.failed(failing, new Outcome.Unavailable<>("500", null)));
    worker.answer(other, found(other));

    Set<String> again = loop(true).work(List.of(received("1", 2, failing), received("2", other)));

    assertThat(again).isEmpty();
    TaskMessage sent = queue.sent().getFirst().message();
    assertThat(sent.task()).isEqualTo(failing);
    assertThat(sent.failures()).isEqualTo(2);
  }

  @Test
  void aFailedTaskAloneInAFifoQueueWaitsInItsPlaceForAShortTime() {
    Task failing = deezer(Songs.teardrop());
    worker.answer(failing, TaskResult.failed(failing, new Outcome.Unavailable<>("500", null)));

    Set<String> again = loop(true).work(List.of(received("1", LAST_RECEIVE - 1, failing)));

    assertThat(again).containsExactly("1");
    assertThat(redelivered.get("receipt-1")).isLessThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void aTaskThatHasFailedTooOftenLeavesAFifoQueueAtOnce() {
    Task failing = leased(deezer(Songs.teardrop()));
    Task other = deezer(Songs.halo());
    worker.answer(failing, TaskResult.failed(failing, new Outcome.Unavailable<>("500", null)));
    worker.answer(other, found(other));
    TaskMessage message =
        new TaskMessage(failing, "test", "test", clock.instant()).afterFailures(LAST_RECEIVE - 1);

    Set<String> again =
        loop(true).work(List.of(new Received("1", "receipt-1", 1, message), received("2", other)));

    assertThat(again).containsExactly("1");
    assertThat(redelivered).containsEntry("receipt-1", Duration.ZERO);
    assertThat(cache.slot(failing.keys().getFirst()).isLeased(clock.instant())).isFalse();
    assertThat(queue.tasks()).isEmpty();
  }

  /** Otherwise a client that waits for a page's tracks would have to poll for them. */
  @Test
  void alsoSendsACachedAnswerThatHasFollowUps() {
    cache.with(Entry.found(EnrichmentKeys.deezer(Songs.teardrop()), ANSWER, clock.instant()));
    worker.followUps(
        deezer(Songs.teardrop()),
        List.of(new TaskResult.Enrich(List.of(Songs.halo()), Set.of(Section.DEEZER))));

    alsoAsk(deezer(Songs.teardrop()));

    assertThat(queue.tasks()).containsExactly(deezer(Songs.teardrop()));
  }

  @Test
  void doesNotAlsoAskForWhatIsLeased() {
    leased(deezer(Songs.teardrop()));

    alsoAsk(deezer(Songs.teardrop()));

    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void doesNotAlsoAskAProviderThatCoolsDownForHours() {
    startCooldown(Duration.ofHours(13));
    cache.with(Entry.missing(EnrichmentKeys.artist("Björk"), clock.instant()));

    alsoAsk(deezer(Songs.teardrop()));

    assertThat(queue.tasks()).isEmpty();
  }

  @Test
  void alsoAsksAheadForWhatEndsTooSoon() {
    Entry<DeezerTrack> entry =
        Entry.found(EnrichmentKeys.deezer(Songs.teardrop()), ANSWER, clock.instant());
    cache.with(entry);
    Task first = new Task.FetchLastfmArtist("Björk");
    worker.answer(first, alsoAsking(first, deezer(Songs.teardrop())));

    loop(false).work(List.of(ahead(first, entry.freshUntil())));

    assertThat(queue.tasks()).containsExactly(deezer(Songs.teardrop()));
  }

  private void alsoAsk(Task task) {
    Task first = new Task.FetchLastfmArtist("Björk");
    worker.followUps(first, alsoAsking(first, task).next());
    worker.answer(first, alsoAsking(first, task));
    loop(false).work(List.of(received("1", first)));
  }

  private static TaskResult alsoAsking(Task first, Task task) {
    return TaskResult.done(first).then(List.of(new TaskResult.AlsoAsk(List.of(task))));
  }

  private Received ahead(Task task, Instant refreshAhead) {
    return new Received(
        "1", "receipt-1", 1, new TaskMessage(task, "test", "test", clock.instant(), refreshAhead));
  }

  private boolean unsupported() {
    return new Cooldowns(cache.read(Cooldowns.all()), clock.instant()).audioFeaturesUnsupported();
  }

  private Duration cooldown() {
    return new Cooldowns(cache.read(Cooldowns.all()), clock.instant())
        .of(Provider.DEEZER)
        .orElseThrow()
        .left();
  }

  private void startCooldown(Duration length) {
    CacheKey<Cooldown> key = Cooldown.key(Provider.DEEZER);
    cache.with(
        Entry.until(
            key,
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            clock.instant(),
            clock.instant().plus(length)));
  }

  private static Task deezer(Track track) {
    return new Task.FetchDeezerTrack(track, List.of(), Set.of());
  }

  private TaskResult found(Task task) {
    @SuppressWarnings("unchecked")
    CacheKey<DeezerTrack> key = (CacheKey<DeezerTrack>) task.keys().getFirst();
    return TaskResult.answered(task, List.of(Entry.found(key, ANSWER, clock.instant())));
  }

  private Task leased(Task task) {
    Instant until = clock.instant().plus(Duration.ofMinutes(45));
    cache.claim(
        task.keys().stream().map(key -> new Claim(Slot.empty(key), until)).toList(),
        clock.instant());
    return task;
  }

  private Received received(String id, Task task) {
    return received(id, 1, task);
  }

  private Received received(String id, int receives, Task task) {
    return new Received(
        id, "receipt-" + id, receives, new TaskMessage(task, "test", "test", clock.instant()));
  }

  private WorkerLoop<Task> loop(boolean fifo) {
    CooldownWatch cooldowns =
        new CooldownWatch(cache, Provider.DEEZER, Duration.ofSeconds(10), clock, new Random(1));
    return new WorkerLoop<>(
        worker,
        cache,
        queue,
        LeaseTime.ofEmptyQueues(),
        cooldowns,
        redelivered::put,
        clock,
        fifo,
        LAST_RECEIVE);
  }

  /** Answers as the test prescribes; a task without a prescribed answer is a fault. */
  private static final class ScriptedWorker implements TaskWorker<Task> {

    final ConcurrentLinkedQueue<Task> asked = new ConcurrentLinkedQueue<>();
    private final Map<Task, TaskResult> results = new HashMap<>();
    private @Nullable Function<Instant, TaskResult> fromTime;
    private Runnable meanwhile = () -> {};
    private final Map<Task, List<TaskResult.Next>> followUps = new HashMap<>();

    /** Runs while the worker waits for the provider. */
    void meanwhile(Runnable happens) {
      meanwhile = happens;
    }

    /** Computes the answer from the time when the batch began. */
    void answer(Function<Instant, TaskResult> result) {
      fromTime = result;
    }

    void answer(Task task, TaskResult result) {
      results.put(task, result);
    }

    /** Sets the follow-ups of the task's cached answer. */
    void followUps(Task task, List<TaskResult.Next> next) {
      followUps.put(task, next);
    }

    @Override
    public Class<Task> tasks() {
      return Task.class;
    }

    @Override
    public Optional<TaskResult> answered(Task task, CacheView known, Instant now) {
      return TaskWorker.super
          .answered(task, known, now)
          .map(result -> result.then(followUps.getOrDefault(task, List.of())));
    }

    @Override
    public List<TaskResult> ask(List<Task> group, CacheView known, Instant now) {
      asked.addAll(group);
      meanwhile.run();
      Function<Instant, TaskResult> timed = fromTime;
      if (timed != null) {
        return List.of(timed.apply(now));
      }
      return group.stream().map(this::result).toList();
    }

    private TaskResult result(Task task) {
      @Nullable TaskResult result = results.get(task);
      if (result == null) {
        throw new IllegalStateException("no answer for " + Arrays.toString(new Task[] {task}));
      }
      return result;
    }
  }
}
