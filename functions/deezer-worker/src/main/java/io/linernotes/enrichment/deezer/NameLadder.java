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
 * The searches by names for one track, each made only if the ones before found nothing: in Deezer's
 * fields artist and title, then for the words in any place, then without version words, then for
 * the other artists. Deezer's fields answer nothing for tracks that the words find.
 */
final class NameLadder {

  /** A search that finds nothing costs a call, so there is an end to them. */
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

  /** The full record of the first hit that is the track. */
  Outcome<FoundTrack> climb() {
    Outcome<FoundTrack> outcome = new Outcome.Missing<>();
    List<Outcome<FoundTrack>> unreadable = new ArrayList<>();
    for (Supplier<Outcome<DeezerHits>> rung : rungs.values()) {
      outcome = outcome.orIfMissing(() -> rung.get().then(hits -> among(hits, unreadable)));
    }
    // What could not be read may have been the track.
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

  /** The full record may tell more than the hit: other artists, another duration. */
  private Outcome<FoundTrack> confirmed(FoundTrack found) {
    Listing listing = found.listing();
    if (listing == null) {
      return new Outcome.Unavailable<>("Deezer answered a track without names", null);
    }
    return wanted.comparedWith(listing).accepted()
        ? new Outcome.Found<>(found)
        : new Outcome.Missing<>();
  }

  /** How sure it is that this is the track: no surer than its hit was. */
  double confidence(FoundTrack found) {
    Listing listing = found.listing();
    return listing == null
        ? 0
        : Math.min(confidenceOfHit, wanted.comparedWith(listing).confidence());
  }
}
