package io.linernotes.enrichment.deezer;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.enrichment.DeezerSearch;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.Outcome;
import io.linernotes.matching.DurationAgreement;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.task.Task;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find one track at Deezer, most reliable first: its own ISRC, a search for that ISRC,
 * the ISRCs that MusicBrainz found, searches by artist and title. Each is tried only if the one
 * before was a miss. A failure ends the chain, because a less reliable way must not answer for one
 * that may still succeed.
 *
 * <p>The names and the duration of a track found by an ISRC are checked. If they contradict it, the
 * track is rejected. If only the version or the duration differs, it is kept as a fallback for when
 * the searches by names find nothing.
 */
final class DeezerChain {

  /** Each costs a call. The likeliest come first, and past the second a hit is unlikely. */
  static final int MOST_TOLD_ISRCS = 2;

  private static final String BY_DEEZER = "deezer";
  private static final String BY_MUSICBRAINZ = "deezer-via-musicbrainz";
  private static final String BY_NAMES = "deezer-search";

  private final DeezerClient deezer;
  private final Task.FetchDeezerTrack task;
  private final Track track;
  private final Witnesses witnesses;
  private final CacheView known;
  private final Instant now;
  private final List<Entry<?>> learnt = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private final List<DeezerTrack> doubtful = new ArrayList<>();

  DeezerChain(DeezerClient deezer, Task.FetchDeezerTrack task, CacheView known, Instant now) {
    this.deezer = deezer;
    this.task = task;
    this.track = task.track();
    this.witnesses = new Witnesses(track);
    this.known = known;
    this.now = now;
  }

  /** Tries the ways in order until one finds the track or fails. */
  Outcome<DeezerTrack> find() {
    return byOwnIsrc()
        .orIfMissing(this::byIsrcSearch)
        .orIfMissing(this::byToldIsrcs)
        .orIfMissing(this::byNames)
        .orIfMissing(this::leastDoubtful);
  }

  /** Entries to store besides the track itself, however the chain ended. */
  List<Entry<?>> learnt() {
    return learnt;
  }

  /** The lookups and searches made, in order, as evidence for a miss. */
  List<String> tried() {
    return tried;
  }

  private Outcome<DeezerTrack> byOwnIsrc() {
    Isrc isrc = track.isrc();
    if (isrc == null) {
      return new Outcome.Missing<>();
    }
    tried.add("isrc: " + isrc);
    return deezer
        .trackByIsrc(isrc)
        .then(found -> judged(found, Match.By.ISRC, Confidence.ofIsrc(agreement(found))));
  }

  private Outcome<DeezerTrack> byIsrcSearch() {
    Isrc isrc = track.isrc();
    if (isrc == null) {
      return new Outcome.Missing<>();
    }
    tried.add("search by isrc: " + isrc);
    // Hits have no ISRC, and Deezer pads its results: the full record must have the ISRC.
    return nearest(isrc)
        .then(
            near ->
                isDisagreeing(near.duration())
                    ? new Outcome.Missing<>()
                    : deezer.track(near.deezerId()))
        .then(
            found ->
                isrc.equals(found.track().isrc())
                    ? judged(found, Match.By.ISRC_SEARCH, Confidence.ofIsrcSearch(agreement(found)))
                    : new Outcome.Missing<>());
  }

  /** A track found by its own ISRC, unless names and duration contradict it. */
  private Outcome<DeezerTrack> judged(FoundTrack found, Match.By by, double confirmed) {
    if (witnesses.knowNames() && found.listing() == null) {
      return new Outcome.Unavailable<>("Deezer answered a track without names", null);
    }
    IsrcVerdict verdict = witnesses.on(found);
    DeezerTrack matched = found.matched(BY_DEEZER, by, Math.min(confirmed, verdict.confidence()));
    return switch (verdict) {
      case CONFIRMED, INCOMPARABLE -> new Outcome.Found<>(matched);
      case OTHER_VERSION, OTHER_DURATION -> {
        doubtful.add(matched);
        yield new Outcome.Missing<>();
      }
      case REFUTED -> new Outcome.Missing<>();
    };
  }

  private Outcome<DeezerTrack> leastDoubtful() {
    return doubtful.isEmpty() ? new Outcome.Missing<>() : new Outcome.Found<>(doubtful.getFirst());
  }

  /** The cached result of the search for the ISRC, else the result of a new search. */
  private Outcome<DeezerSearch> nearest(Isrc isrc) {
    CacheKey<DeezerSearch> key = EnrichmentKeys.deezerSearch(isrc, track.duration());
    Entry<DeezerSearch> earlier = known.slot(key).fresh(now);
    if (earlier != null) {
      return earlier.value() == null
          ? new Outcome.Missing<>()
          : new Outcome.Found<>(earlier.value());
    }
    Outcome<DeezerSearch> search = deezer.searchByIsrc(isrc).then(this::nearest);
    switch (search) {
      case Outcome.Found<DeezerSearch>(DeezerSearch near) ->
          learnt.add(Entry.found(key, near, now));
      case Outcome.Missing<DeezerSearch> _ -> learnt.add(Entry.missing(key, now));
      case Outcome.Failure<DeezerSearch> _ -> {}
    }
    return search;
  }

  private Outcome<DeezerSearch> nearest(DeezerHits hits) {
    DeezerHit nearest =
        hits.readable().stream()
            .min(
                Comparator.comparing(
                    hit -> DurationAgreement.distance(track.duration(), hit.duration())))
            .orElseThrow();
    boolean mayBeUnread = !hits.whole() && isDisagreeing(nearest.duration());
    return mayBeUnread
        ? new Outcome.Unavailable<>("Deezer listed hits that cannot be read, or not all", null)
        : new Outcome.Found<>(new DeezerSearch(nearest.id(), nearest.duration()));
  }

  private Outcome<DeezerTrack> byToldIsrcs() {
    Outcome<DeezerTrack> outcome = new Outcome.Missing<>();
    List<Isrc> told = task.found().stream().filter(isrc -> !isrc.equals(track.isrc())).toList();
    for (Isrc isrc : told.subList(0, Math.min(told.size(), MOST_TOLD_ISRCS))) {
      outcome = outcome.orIfMissing(() -> byToldIsrc(isrc));
    }
    return outcome;
  }

  /** MusicBrainz's recording matched by names; Deezer's track must match, too. */
  private Outcome<DeezerTrack> byToldIsrc(Isrc isrc) {
    tried.add("isrc of MusicBrainz: " + isrc);
    return deezer
        .trackByIsrc(isrc)
        .then(
            found ->
                switch (witnesses.on(found)) {
                  case CONFIRMED, INCOMPARABLE ->
                      new Outcome.Found<>(
                          found.matched(
                              BY_MUSICBRAINZ,
                              Match.By.MUSICBRAINZ_ISRC,
                              Confidence.ofMusicBrainz(agreement(found))));
                  case OTHER_VERSION, OTHER_DURATION, REFUTED -> new Outcome.Missing<>();
                });
  }

  private Outcome<DeezerTrack> byNames() {
    if (isBlank(track.title()) || isBlank(track.mainArtist().orElse(null))) {
      return new Outcome.Missing<>();
    }
    NameLadder ladder = new NameLadder(deezer, track);
    tried.addAll(ladder.rungs());
    return ladder
        .climb()
        .map(found -> found.matched(BY_NAMES, Match.By.ARTIST_TITLE, ladder.confidence(found)));
  }

  private static boolean isBlank(@Nullable String name) {
    return name == null || name.isBlank();
  }

  private boolean isDisagreeing(@Nullable Duration offered) {
    return DurationAgreement.between(track.duration(), offered) == DurationAgreement.DISAGREE;
  }

  private DurationAgreement agreement(FoundTrack found) {
    return witnesses.durations(found);
  }
}
