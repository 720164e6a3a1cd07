package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Outcome;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the ISRCs of several tracks, with one query for all of them where that suffices. */
final class IsrcSearch {

  private final MusicBrainzClient musicBrainz;

  IsrcSearch(MusicBrainzClient musicBrainz) {
    this.musicBrainz = musicBrainz;
  }

  /**
   * Searches for all tracks together, then again for single tracks. If MusicBrainz refused the
   * query, each track is searched for alone, so that one odd name does not fail the others. If the
   * page did not hold all hits, each track without a hit is searched for alone.
   *
   * @param tracks by any key that tells them apart
   * @return an outcome for each
   */
  <K> Map<K, Outcome<IsrcLookup>> find(Map<K, Track> tracks) {
    Outcome<RecordingPage> page = musicBrainz.search(RecordingQuery.of(tracks.values()));
    Map<K, Outcome<IsrcLookup>> outcomes = new LinkedHashMap<>();
    List<Map.Entry<K, Track>> again = new ArrayList<>();
    for (Map.Entry<K, Track> wanted : tracks.entrySet()) {
      Outcome<IsrcLookup> outcome = outcome(wanted.getValue(), page);
      outcomes.put(wanted.getKey(), tracks.size() > 1 ? outcome : alone(wanted.getValue(), page));
      if (tracks.size() > 1 && isWorthAskingAlone(outcome, page)) {
        again.add(wanted);
      }
    }
    outcomes.putAll(eachAlone(again));
    return outcomes;
  }

  private <K> Map<K, Outcome<IsrcLookup>> eachAlone(List<Map.Entry<K, Track>> tracks) {
    Map<K, Outcome<IsrcLookup>> outcomes = new LinkedHashMap<>();
    for (Iterator<Map.Entry<K, Track>> rest = tracks.iterator(); rest.hasNext(); ) {
      Map.Entry<K, Track> wanted = rest.next();
      Track track = wanted.getValue();
      Outcome<IsrcLookup> outcome =
          alone(track, musicBrainz.search(RecordingQuery.of(List.of(track))));
      outcomes.put(wanted.getKey(), outcome);
      if (isOfEveryCall(outcome)) {
        rest.forEachRemaining(unasked -> outcomes.put(unasked.getKey(), outcome));
      }
    }
    return outcomes;
  }

  /**
   * Whether the next call would fail alike, because the provider's state is the cause and not this
   * query.
   */
  private static boolean isOfEveryCall(Outcome<IsrcLookup> outcome) {
    return switch (outcome) {
      case Outcome.Throttled<IsrcLookup> _, Outcome.Postponed<IsrcLookup> _ -> true;
      case Outcome.Unavailable<IsrcLookup> unavailable -> unavailable.retryAfter() != null;
      case Outcome.Unsupported<IsrcLookup> _ -> true;
      case Outcome.Found<IsrcLookup> _, Outcome.Missing<IsrcLookup> _ -> false;
    };
  }

  private static boolean isWorthAskingAlone(
      Outcome<IsrcLookup> outcome, Outcome<RecordingPage> page) {
    return page instanceof Outcome.Found<RecordingPage>(RecordingPage answer)
        && switch (answer) {
          case RecordingPage.Refused _ -> true;
          case RecordingPage.Hits hits -> !hits.complete() && outcome instanceof Outcome.Missing;
        };
  }

  /**
   * The outcome of a query for this track alone. A full page is the most that a query returns. A
   * shorter page that lacks counted hits, or holds unreadable ones, cannot prove a miss.
   */
  private static Outcome<IsrcLookup> alone(Track track, Outcome<RecordingPage> page) {
    Outcome<IsrcLookup> outcome = outcome(track, page);
    boolean isCut =
        page instanceof Outcome.Found<RecordingPage>(RecordingPage.Hits hits)
            && !hits.complete()
            && !hits.full();
    return isCut
        ? outcome.orIfMissing(
            () ->
                new Outcome.Unavailable<>(
                    "MusicBrainz listed hits that cannot be read, or not all", null))
        : outcome;
  }

  private static Outcome<IsrcLookup> outcome(Track track, Outcome<RecordingPage> page) {
    return page.then(
        answer ->
            switch (answer) {
              case RecordingPage.Hits hits ->
                  new RecordingMatch(track)
                      .among(hits.recordings())
                      .<Outcome<IsrcLookup>>map(Outcome.Found::new)
                      .orElseGet(Outcome.Missing::new);
              // Our own fault; it says nothing about the track.
              case RecordingPage.Refused _ ->
                  new Outcome.Unavailable<>("MusicBrainz refused the query", null);
            });
  }
}
