package io.linernotes.enrichment.lastfm;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.enrichment.Outcome;
import io.linernotes.task.Task;
import io.linernotes.worker.TaskResult;
import io.linernotes.worker.TaskWorker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Fetches tracks and artists from Last.fm. An artist usually takes one call. A track takes two, its
 * info and its similar tracks, and one more for each name of {@link Question#about} that Last.fm
 * does not have.
 */
public final class LastfmTaskWorker implements TaskWorker<Task.ForLastfm> {

  private final LastfmClient client;

  /** A worker that calls Last.fm through {@code client}. */
  public LastfmTaskWorker(LastfmClient client) {
    this.client = client;
  }

  @Override
  public Class<Task.ForLastfm> tasks() {
    return Task.ForLastfm.class;
  }

  @Override
  public Collection<CacheKey<?>> alsoReads(Task.ForLastfm task) {
    return switch (task) {
      case Task.FetchLastfmTrack(String artist, String title) ->
          List.of(EnrichmentKeys.correction(artist, title));
      case Task.FetchLastfmArtist _ -> List.of();
    };
  }

  /** Groups the tasks of one key, so that it is fetched once. */
  @Override
  public List<List<Task.ForLastfm>> grouped(List<Task.ForLastfm> tasks) {
    Map<List<CacheKey<?>>, List<Task.ForLastfm>> groups = new LinkedHashMap<>();
    for (Task.ForLastfm task : tasks) {
      groups.computeIfAbsent(task.keys(), _ -> new ArrayList<>()).add(task);
    }
    return List.copyOf(groups.values());
  }

  @Override
  public List<TaskResult> ask(List<Task.ForLastfm> group, CacheView known, Instant now) {
    TaskResult first = ask(group.getFirst(), known, now);
    List<TaskResult> results = new ArrayList<>(List.of(first));
    for (Task.ForLastfm repeated : group.subList(1, group.size())) {
      // The first result stores the answer; a miss stored twice would count as two in a row.
      results.add(
          first.failure() == null
              ? TaskResult.done(repeated)
              : TaskResult.failed(repeated, first.failure()));
    }
    return results;
  }

  private TaskResult ask(Task.ForLastfm task, CacheView known, Instant now) {
    return switch (task) {
      case Task.FetchLastfmTrack track -> track(track, known, now);
      case Task.FetchLastfmArtist(String artist) ->
          TaskResult.of(task, EnrichmentKeys.artist(artist), artist(artist), now);
    };
  }

  private TaskResult track(Task.FetchLastfmTrack task, CacheView known, Instant now) {
    Question wanted = new Question(task.artist(), task.title());
    Outcome<LastfmTrack> outcome = new Outcome.Missing<>();
    for (Question question : questions(task, known, now)) {
      outcome = outcome.orIfMissing(() -> found(question, wanted));
    }
    CacheKey<LastfmTrack> key = EnrichmentKeys.lastfm(task.artist(), task.title());
    Outcome<LastfmTrack> whole = outcome.then(this::withSimilar);
    return whole instanceof Outcome.Found<LastfmTrack>(LastfmTrack track)
        ? TaskResult.answered(task, entries(task, key, track, now))
        : TaskResult.of(task, key, whole, now);
  }

  /**
   * The questions in order: by the names that Last.fm is known to prefer, then by those of the
   * task. There are none for a name that stands for no artist.
   */
  private static Set<Question> questions(Task.FetchLastfmTrack task, CacheView known, Instant now) {
    Set<Question> questions = new LinkedHashSet<>();
    if (NonArtists.isNobody(task.artist())) {
      return questions;
    }
    Entry<NameCorrection> correction =
        known.slot(EnrichmentKeys.correction(task.artist(), task.title())).fresh(now);
    NameCorrection preferred = correction == null ? null : correction.value();
    if (preferred != null) {
      questions.add(new Question(preferred.artist(), preferred.track()));
    }
    questions.addAll(Question.about(task.artist(), task.title()));
    return questions;
  }

  /** The answer to a question, if it also answers the task's names. */
  private Outcome<LastfmTrack> found(Question question, Question wanted) {
    return client
        .track(question.artist(), question.title())
        .then(
            track -> {
              NameCorrection names = names(track);
              return NameCheck.isTrack(wanted, names.artist(), names.track())
                  ? new Outcome.Found<>(track)
                  : new Outcome.Missing<>();
            });
  }

  /**
   * Adds the similar tracks. If they cannot be fetched, nothing is stored and the task is retried.
   */
  private Outcome<LastfmTrack> withSimilar(LastfmTrack track) {
    NameCorrection names = names(track);
    return client
        .similar(names.artist(), names.track())
        .orIfMissing(() -> new Outcome.Found<>(List.of()))
        .map(track::withSimilar);
  }

  /**
   * The entries to store: the answer and, if Last.fm has the track under other names, the
   * correction and the same answer under those names. A plain song that answers for a version is
   * not stored as a correction: the version is tried again next time.
   */
  private static List<Entry<?>> entries(
      Task.FetchLastfmTrack task, CacheKey<LastfmTrack> key, LastfmTrack track, Instant now) {
    NameCorrection names = names(track);
    Question own = new Question(names.artist(), names.track());
    boolean plainSong =
        NameCheck.title(task.title(), names.track()) == NameCheck.TitleVerdict.PLAIN_SONG;
    boolean byOthers = !Question.about(task.artist(), task.title()).getFirst().isSameAs(own);
    List<Entry<?>> entries = new ArrayList<>();
    entries.add(Entry.found(key, track.answering(byOthers, plainSong), now));
    if (byOthers && !plainSong) {
      entries.add(Entry.found(EnrichmentKeys.correction(task.artist(), task.title()), names, now));
    }
    CacheKey<LastfmTrack> ownKey = EnrichmentKeys.lastfm(names.artist(), names.track());
    if (!ownKey.equals(key) && isFirstQuestion(own)) {
      entries.add(Entry.found(ownKey, track.answering(false, false), now));
    }
    return entries;
  }

  /**
   * Whether the first question about these names is the names themselves, so that their key would
   * hold the same answer.
   */
  private static boolean isFirstQuestion(Question own) {
    return Question.about(own.artist(), own.title()).getFirst().isSameAs(own);
  }

  /** Last.fm's own names for the track. */
  private static NameCorrection names(LastfmTrack track) {
    return new NameCorrection(
        Objects.requireNonNull(track.canonicalArtist()),
        Objects.requireNonNull(track.canonicalTrack()));
  }

  /** Fetches by the whole name, then by the first of several joined artists. */
  private Outcome<LastfmArtist> artist(String name) {
    Outcome<LastfmArtist> outcome = new Outcome.Missing<>();
    if (!NonArtists.isNobody(name)) {
      for (String asked : MainArtist.names(Fields.singleSpaced(name))) {
        outcome = outcome.orIfMissing(() -> client.artist(asked));
      }
    }
    return outcome;
  }
}
