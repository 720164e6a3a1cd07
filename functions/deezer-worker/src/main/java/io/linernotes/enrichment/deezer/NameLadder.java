package io.linernotes.enrichment.deezer;

import io.linernotes.enrichment.Outcome;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.Listing;
import io.linernotes.matching.Title;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The searches by names for one track, each made only if the ones before found nothing: first in
 * Deezer's fields artist and track, then for the main artist and title as words in any field, then
 * with the other artists, then without version words. Deezer's search in fields misses tracks that
 * the words find.
 *
 * <p>Example: {@code Night Boat (Live)} by Ann and Bob is searched for as {@code artist:"Ann"
 * track:"Night Boat (Live)"}, then as the words {@code Ann Night Boat (Live)}, {@code Bob Night
 * Boat (Live)}, {@code Ann Night Boat}, {@code Bob Night Boat}.
 */
final class NameLadder {

  /** Each search costs a call, so their number is bounded. */
  static final int MOST_SEARCHES = 5;

  private final DeezerClient deezer;
  private final Listing wanted;
  private final NameSearch search;
  private double confidenceOfHit = 1;
  private final Map<String, Supplier<Outcome<DeezerHits>>> rungs = new LinkedHashMap<>();

  NameLadder(DeezerClient deezer, Track track) {
    this.deezer = deezer;
    this.wanted = Listing.of(track);
    this.search = new NameSearch(track);
    List<String> artists =
        ArtistCredit.of(track.artists().stream().map(Artist::name).toList()).searchNames();
    if (!artists.isEmpty()) {
      build(artists, String.valueOf(track.title()));
    }
  }

  private void build(List<String> artists, String title) {
    Title parsed = Title.of(title);
    String main = artists.getFirst();
    add("fields: " + main + ", " + parsed.plain(), () -> deezer.search(main, title));
    addWords(main + " " + parsed.plain());
    artists.stream().skip(1).forEach(other -> addWords(other + " " + parsed.plain()));
    artists.forEach(artist -> addWords(artist + " " + parsed.base()));
  }

  private void addWords(String words) {
    add("words: " + words, () -> deezer.searchWords(words));
  }

  private void add(String rung, Supplier<Outcome<DeezerHits>> search) {
    if (rungs.size() < MOST_SEARCHES) {
      rungs.putIfAbsent(rung, search);
    }
  }

  /** The searches in their order, as evidence for a miss. */
  List<String> rungs() {
    return List.copyOf(rungs.keySet());
  }

  /** The full record of the best hit of the first search that has an accepted one. */
  Outcome<FoundTrack> climb() {
    Outcome<FoundTrack> outcome = new Outcome.Missing<>();
    List<Outcome<FoundTrack>> unreadable = new ArrayList<>();
    for (Supplier<Outcome<DeezerHits>> rung : rungs.values()) {
      outcome = outcome.orIfMissing(() -> rung.get().then(hits -> among(hits, unreadable)));
    }
    // A hit that could not be read may have been the track, so this is no miss.
    return outcome.orIfMissing(
        () -> unreadable.isEmpty() ? new Outcome.Missing<>() : unreadable.getFirst());
  }

  private Outcome<FoundTrack> among(DeezerHits hits, List<Outcome<FoundTrack>> unreadable) {
    Optional<DeezerHit> best = search.best(hits.readable());
    if (best.isEmpty() && !hits.whole()) {
      unreadable.add(
          new Outcome.Unavailable<>("Deezer listed hits that cannot be read, or not all", null));
    }
    best.ifPresent(hit -> confidenceOfHit = wanted.comparedWith(hit.listing()).confidence());
    return best.map(hit -> deezer.track(hit.id()).then(this::confirmed))
        .orElseGet(Outcome.Missing::new);
  }

  /** Compares the full record, which may have more artists or another duration than the hit. */
  private Outcome<FoundTrack> confirmed(FoundTrack found) {
    Listing listing = found.listing();
    if (listing == null) {
      return new Outcome.Unavailable<>("Deezer answered a track without names", null);
    }
    return wanted.comparedWith(listing).accepted()
        ? new Outcome.Found<>(found)
        : new Outcome.Missing<>();
  }

  /** The match's confidence, 0 to 1: the lower of the hit's and the full record's. */
  double confidence(FoundTrack found) {
    Listing listing = found.listing();
    return listing == null
        ? 0
        : Math.min(confidenceOfHit, wanted.comparedWith(listing).confidence());
  }
}
