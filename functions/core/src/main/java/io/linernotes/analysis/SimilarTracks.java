package io.linernotes.analysis;

import io.linernotes.analysis.Aggregates.SimilarTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.Title;
import io.linernotes.track.Artist;
import io.linernotes.track.Names;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tracks that most of a playlist's tracks are similar to, without those that it holds in any
 * spelling: {@code Björk – Hyperballad} is not recommended beside {@code Bjork – Hyper-Ballad (2015
 * Remaster)}.
 *
 * <p>Candidates are counted by their normalised names, which is cheap. Only the best of them are
 * compared as recordings, and only with tracks whose titles begin with the same two letters.
 */
final class SimilarTracks {

  private static final Comparator<SimilarTrack> BEST_FIRST =
      Comparator.comparingInt(SimilarTrack::count)
          .thenComparing(SimilarTrack::match, Comparator.nullsFirst(Double::compare))
          .reversed()
          .thenComparing(SimilarTrack::artist)
          .thenComparing(SimilarTrack::name);

  /** How many letters at the beginning of a title all its spellings share. */
  private static final int PREFIX = 2;

  private final TreeMap<String, List<Named>> held = new TreeMap<>();

  /** A track's names, parsed when they are first compared. */
  private static final class Named {
    private final List<String> artists;
    private final String title;
    private Optional<Title> parsedTitle = Optional.empty();
    private Optional<ArtistCredit> parsedArtists = Optional.empty();

    Named(List<String> artists, String title) {
      this.artists = artists;
      this.title = title;
    }

    boolean isSameAs(Named other) {
      return title().likenessTo(other.title()).isMatch()
          && credit().likenessTo(other.credit()).isMatch();
    }

    private Title title() {
      if (parsedTitle.isEmpty()) {
        parsedTitle = Optional.of(Title.of(title));
      }
      return parsedTitle.get();
    }

    private ArtistCredit credit() {
      if (parsedArtists.isEmpty()) {
        parsedArtists = Optional.of(ArtistCredit.of(artists));
      }
      return parsedArtists.get();
    }
  }

  private SimilarTracks() {}

  /**
   * The best similar tracks, at most {@code most}.
   *
   * @param tracks the playlist's tracks
   * @param known Last.fm's data about them, under its own names
   */
  static List<SimilarTrack> of(Collection<Track> tracks, Collection<LastfmTrack> known, int most) {
    SimilarTracks similar = new SimilarTracks();
    for (Track track : tracks) {
      if (track.title() != null && track.isNamed()) {
        similar.hold(new Named(track.artists().stream().map(Artist::name).toList(), track.title()));
      }
    }
    for (LastfmTrack track : known) {
      if (track.canonicalArtist() != null && track.canonicalTrack() != null) {
        similar.hold(new Named(List.of(track.canonicalArtist()), track.canonicalTrack()));
      }
    }
    return similar.best(counted(known), most);
  }

  private static Collection<SimilarTrack> counted(Collection<LastfmTrack> known) {
    Map<String, SimilarTrack> counted = new HashMap<>();
    for (LastfmTrack track : known) {
      for (LastfmTrack.Similar other : track.similar()) {
        counted.merge(
            Names.joined(other.artist(), other.name()),
            new SimilarTrack(other.artist(), other.name(), 1, other.match()),
            SimilarTracks::both);
      }
    }
    return counted.values();
  }

  private static SimilarTrack both(SimilarTrack one, SimilarTrack other) {
    Double match =
        Stream.of(Optional.ofNullable(one.match()), Optional.ofNullable(other.match()))
            .flatMap(Optional::stream)
            .max(Double::compare)
            .orElse(null);
    // Of two spellings, the one that sorts first, so that the result does not depend on the input's
    // order.
    SimilarTrack named = one.name().compareTo(other.name()) <= 0 ? one : other;
    return new SimilarTrack(named.artist(), named.name(), one.count() + other.count(), match);
  }

  /**
   * Takes candidates, best first, that neither the playlist holds nor a better candidate equals.
   */
  private List<SimilarTrack> best(Collection<SimilarTrack> candidates, int most) {
    List<SimilarTrack> best = new ArrayList<>();
    int seen = 0;
    for (int width = 2 * most; best.size() < most && seen < candidates.size(); width *= 8) {
      List<SimilarTrack> ordered = TopN.of(width, candidates, BEST_FIRST);
      for (SimilarTrack candidate : ordered.subList(seen, ordered.size())) {
        Named named = new Named(List.of(candidate.artist()), candidate.name());
        if (best.size() < most && !isHeld(named)) {
          best.add(candidate);
          hold(named);
        }
      }
      seen = ordered.size();
    }
    return best;
  }

  private void hold(Named track) {
    held.computeIfAbsent(prefix(track.title), _ -> new ArrayList<>()).add(track);
  }

  /**
   * Whether the playlist holds the candidate, or a better candidate equals it. A candidate with
   * fewer than two letters is compared with every title that begins with them, such as {@code X
   * (Remastered)}; a longer one also with held titles of one letter.
   */
  private boolean isHeld(Named candidate) {
    String prefix = prefix(candidate.title().base());
    return held.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
            .flatMap(List::stream)
            .anyMatch(candidate::isSameAs)
        || (prefix.length() == PREFIX
            && held.getOrDefault(prefix.substring(0, 1), List.of()).stream()
                .anyMatch(candidate::isSameAs));
  }

  private static String prefix(String title) {
    String letters = Names.letters(title.replace("&", "and").replace('$', 's').replace('!', 'i'));
    String bare = letters.startsWith("the") ? letters.substring(3) : letters;
    return bare.substring(0, Math.min(PREFIX, bare.length()));
  }
}
