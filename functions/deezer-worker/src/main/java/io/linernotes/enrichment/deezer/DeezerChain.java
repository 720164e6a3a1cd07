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
 * The ways to find one track at Deezer, surest first, each tried only if the one before found that
 * there is nothing: its own ISRC, a search for that ISRC, the ISRCs that MusicBrainz told, a search
 * by artist and title. A failure ends the chain, for nobody knows what that link would have found.
 */
final class DeezerChain {

  /** A recording has one or two ISRCs worth a call each; later ones are ever less likely. */
  static final int MOST_TOLD_ISRCS = 2;

  private static final String BY_DEEZER = "deezer";
  private static final String BY_MUSICBRAINZ = "deezer-via-musicbrainz";
  private static final String BY_NAMES = "deezer-search";

  private final DeezerClient deezer;
  private final Task.FetchDeezerTrack task;
  private final Track track;
  private final CacheView known;
  private final Instant now;
  private final List<Entry<?>> learnt = new ArrayList<>();

  DeezerChain(DeezerClient deezer, Task.FetchDeezerTrack task, CacheView known, Instant now) {
    this.deezer = deezer;
    this.task = task;
    this.track = task.track();
    this.known = known;
    this.now = now;
  }

  /** Asks until a link of the chain has found the track, or failed. */
  Outcome<DeezerTrack> find() {
    return byOwnIsrc()
        .orIfMissing(this::byIsrcSearch)
        .orIfMissing(this::byToldIsrcs)
        .orIfMissing(this::byNames);
  }

  /** What was learnt on the way, worth storing however the chain ended. */
  List<Entry<?>> learnt() {
    return learnt;
  }

  private Outcome<DeezerTrack> byOwnIsrc() {
    Isrc isrc = track.isrc();
    if (isrc == null) {
      return new Outcome.Missing<>();
    }
    // The ISRC decides, even where the duration is another.
    return deezer
        .trackByIsrc(isrc)
        .map(
            found -> matched(found, BY_DEEZER, Match.By.ISRC, Confidence.ofIsrc(agreement(found))));
  }

  private Outcome<DeezerTrack> byIsrcSearch() {
    Isrc isrc = track.isrc();
    if (isrc == null) {
      return new Outcome.Missing<>();
    }
    // Hits do not tell their ISRC, and Deezer pads its results: the full record must agree.
    return nearest(isrc)
        .then(
            near ->
                isDisagreeing(near.duration())
                    ? new Outcome.Missing<>()
                    : deezer.track(near.deezerId()))
        .then(
            found ->
                isrc.equals(found.isrc()) ? new Outcome.Found<>(found) : new Outcome.Missing<>())
        .map(
            found ->
                matched(
                    found,
                    BY_DEEZER,
                    Match.By.ISRC_SEARCH,
                    Confidence.ofIsrcSearch(agreement(found))));
  }

  /** What the search for the ISRC found last time, else what it finds now. */
  private Outcome<DeezerSearch> nearest(Isrc isrc) {
    CacheKey<DeezerSearch> key = EnrichmentKeys.deezerSearch(isrc, track.duration());
    Entry<DeezerSearch> earlier = known.slot(key).fresh(now);
    if (earlier != null) {
      return earlier.value() == null
          ? new Outcome.Missing<>()
          : new Outcome.Found<>(earlier.value());
    }
    Outcome<DeezerSearch> search = deezer.searchByIsrc(isrc).map(this::nearest);
    switch (search) {
      case Outcome.Found<DeezerSearch>(DeezerSearch near) ->
          learnt.add(Entry.found(key, near, now));
      case Outcome.Missing<DeezerSearch> _ -> learnt.add(Entry.missing(key, now));
      case Outcome.Failure<DeezerSearch> _ -> {}
    }
    return search;
  }

  private DeezerSearch nearest(List<DeezerHit> hits) {
    DeezerHit nearest =
        hits.stream()
            .min(
                Comparator.comparing(
                    hit -> DurationAgreement.distance(track.duration(), hit.duration())))
            .orElseThrow();
    return new DeezerSearch(nearest.id(), nearest.duration());
  }

  private Outcome<DeezerTrack> byToldIsrcs() {
    Outcome<DeezerTrack> outcome = new Outcome.Missing<>();
    List<Isrc> told = task.found().stream().filter(isrc -> !isrc.equals(track.isrc())).toList();
    for (Isrc isrc : told.subList(0, Math.min(told.size(), MOST_TOLD_ISRCS))) {
      outcome = outcome.orIfMissing(() -> byToldIsrc(isrc));
    }
    return outcome;
  }

  private Outcome<DeezerTrack> byToldIsrc(Isrc isrc) {
    return deezer
        .trackByIsrc(isrc)
        .then(
            found ->
                isDisagreeing(found.duration())
                    ? new Outcome.Missing<>()
                    : new Outcome.Found<>(
                        matched(
                            found,
                            BY_MUSICBRAINZ,
                            Match.By.MUSICBRAINZ_ISRC,
                            Confidence.ofMusicBrainz(agreement(found)))));
  }

  private Outcome<DeezerTrack> byNames() {
    String title = track.title();
    String artist = track.mainArtist().orElse(null);
    if (title == null || artist == null || title.isBlank() || artist.isBlank()) {
      return new Outcome.Missing<>();
    }
    NameSearch wanted = new NameSearch(track);
    return deezer
        .search(artist, title)
        .then(hits -> wanted.best(hits).map(this::full).orElseGet(Outcome.Missing::new));
  }

  private Outcome<DeezerTrack> full(NameSearch.Candidate best) {
    return deezer
        .track(best.hit().id())
        .map(found -> matched(found, BY_NAMES, Match.By.ARTIST_TITLE, best.confidence()));
  }

  private boolean isDisagreeing(@Nullable Duration offered) {
    return DurationAgreement.between(track.duration(), offered) == DurationAgreement.DISAGREE;
  }

  private DurationAgreement agreement(DeezerTrack found) {
    return DurationAgreement.between(track.duration(), found.duration());
  }

  private static DeezerTrack matched(
      DeezerTrack found, String source, Match.By by, double confidence) {
    return found.matched(source, new Match(by, confidence));
  }
}
