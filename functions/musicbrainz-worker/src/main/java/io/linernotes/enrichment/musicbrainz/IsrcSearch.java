package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.Outcome;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ISRCs of several tracks, asked for in one query wherever that tells enough. */
final class IsrcSearch {

  private final MusicBrainzClient musicBrainz;

  IsrcSearch(MusicBrainzClient musicBrainz) {
    this.musicBrainz = musicBrainz;
  }

  /**
   * Asks for all tracks together. Alone are asked again: every track of a query that MusicBrainz
   * refused, so that one odd name does not take the others down, and the tracks without a hit on a
   * page that others may have filled.
   *
   * @param tracks by whatever tells them apart
   * @return an outcome for each
   */
  <K> Map<K, Outcome<IsrcLookup>> find(Map<K, Track> tracks) {
    Outcome<RecordingPage> page = musicBrainz.search(RecordingQuery.of(tracks.values()));
    Map<K, Outcome<IsrcLookup>> outcomes = new LinkedHashMap<>();
    List<K> again = new ArrayList<>();
    tracks.forEach(
        (key, track) -> {
          outcomes.put(key, outcome(track, page));
          if (tracks.size() > 1 && isWorthAskingAlone(outcomes.get(key), page)) {
            again.add(key);
          }
        });
    for (Iterator<K> rest = again.iterator(); rest.hasNext(); ) {
      K key = rest.next();
      Outcome<IsrcLookup> alone = find(key, tracks.get(key));
      outcomes.put(key, alone);
      if (isOfEveryCall(alone)) {
        rest.forEachRemaining(unasked -> outcomes.put(unasked, alone));
      }
    }
    return outcomes;
  }

  private <K> Outcome<IsrcLookup> find(K key, Track track) {
    return Objects.requireNonNull(find(Map.of(key, track)).get(key));
  }

  /** Whether the next call would meet the same: it is the provider's state, not this query's. */
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

  private static Outcome<IsrcLookup> outcome(Track track, Outcome<RecordingPage> page) {
    return page.then(
        answer ->
            switch (answer) {
              case RecordingPage.Hits hits ->
                  new RecordingMatch(track)
                      .among(hits.recordings())
                      .<Outcome<IsrcLookup>>map(Outcome.Found::new)
                      .orElseGet(Outcome.Missing::new);
              // A fault of ours, which says nothing about the track.
              case RecordingPage.Refused _ ->
                  new Outcome.Unavailable<>("MusicBrainz refused the query", null);
            });
  }
}
