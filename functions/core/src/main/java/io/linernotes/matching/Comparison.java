package io.linernotes.matching;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two listings are of one recording: the one decision by title, artists and duration that
 * every part of the service takes. The package describes the rules.
 *
 * @param song whether song and artist are the same, in whatever version
 * @param distance how far apart the durations are, the longest there is where one is not known
 * @param strangers how many people only one side names, which decides between equals
 * @param reasons why, in words: of the titles, the artists and the durations
 */
public record Comparison(
    Likeness title,
    Likeness artists,
    Song song,
    DurationAgreement durations,
    Duration distance,
    int strangers,
    List<String> reasons) {

  public Comparison {
    reasons = List.copyOf(reasons);
  }

  /** Whether two listings are of one song by one artist. */
  public enum Song {
    SAME,
    /** Title or artist are written in different scripts, so that they cannot be compared. */
    INCOMPARABLE,
    OTHER
  }

  /** The one most alike first, then the one whose credits agree, then the nearest duration. */
  public static final Comparator<Comparison> BEST_FIRST =
      Comparator.comparing(Comparison::names)
          .thenComparingInt(Comparison::strangers)
          .thenComparing(Comparison::distance);

  /** Same names and a duration that agrees. */
  private static final double SAME_NAMES = 0.85;

  private static final double SIMILAR_NAMES = 0.7;
  private static final double SAME_NAMES_WITHOUT_DURATION = 0.5;
  private static final double SIMILAR_NAMES_WITHOUT_DURATION = 0.4;

  static Comparison between(Listing wanted, Listing offered) {
    Set<String> people = new HashSet<>(wanted.artists().words());
    people.addAll(offered.artists().words());
    Finding titles = wanted.title().comparedWith(offered.title(), people);
    Finding artists = wanted.artists().comparedWith(offered.artists());
    DurationAgreement durations = DurationAgreement.between(wanted.duration(), offered.duration());
    Duration distance = DurationAgreement.distance(wanted.duration(), offered.duration());
    return new Comparison(
        titles.likeness(),
        artists.likeness(),
        song(wanted, offered, people, artists.likeness()),
        durations,
        distance,
        strangersBetween(wanted, offered),
        List.of(
            titles.words(),
            artists.words(),
            words(durations, distance, titles.likeness(), artists.likeness())));
  }

  private static Song song(Listing wanted, Listing offered, Set<String> people, Likeness artists) {
    boolean sameTitle = wanted.title().songLikenessTo(offered.title(), people).isMatch();
    boolean sameArtist = artists.isMatch();
    if (sameTitle && sameArtist) {
      return Song.SAME;
    }
    boolean otherTitle = !sameTitle && wanted.title().writing() == offered.title().writing();
    boolean otherArtist = !sameArtist && wanted.artists().writing() == offered.artists().writing();
    return otherTitle || otherArtist ? Song.OTHER : Song.INCOMPARABLE;
  }

  private static int strangersBetween(Listing wanted, Listing offered) {
    Set<String> some = wanted.others();
    Set<String> others = offered.others();
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return some.size() + others.size() - 2 * both.size();
  }

  /** How alike the names are: no more than the titles and the artists are. */
  public Likeness names() {
    return title.and(artists);
  }

  /** Whether the listings are of one recording. */
  public boolean accepted() {
    return switch (durations) {
      case AGREE -> names().isMatch() && !isDoubtfulTwice();
      case UNKNOWN -> names().isSure();
      case DISAGREE -> false;
    };
  }

  /** Two doubts are too many for a duration to settle. */
  private boolean isDoubtfulTwice() {
    return title == Likeness.UNSURE && artists == Likeness.UNSURE;
  }

  /** How sure a match is, 0 to 1; 0 for what is not accepted. */
  public double confidence() {
    if (!accepted()) {
      return 0;
    }
    boolean exact = names() == Likeness.EXACT;
    return durations == DurationAgreement.AGREE
        ? exact ? SAME_NAMES : SIMILAR_NAMES
        : exact ? SAME_NAMES_WITHOUT_DURATION : SIMILAR_NAMES_WITHOUT_DURATION;
  }

  /** Why, in one sentence. */
  public String reason() {
    return String.join("; ", reasons);
  }

  private static String words(
      DurationAgreement durations, Duration distance, Likeness title, Likeness artists) {
    return switch (durations) {
      case AGREE ->
          "the durations agree, "
              + apart(distance)
              + (title == Likeness.UNSURE && artists == Likeness.UNSURE
                  ? ", which does not settle two doubts"
                  : "");
      case UNKNOWN ->
          title.and(artists) == Likeness.UNSURE
              ? "a duration is not known, which would have to decide"
              : "a duration is not known";
      case DISAGREE -> "the durations are different, " + apart(distance);
    };
  }

  private static String apart(Duration distance) {
    return String.format(Locale.ROOT, "%.1f s apart", distance.toMillis() / 1e3);
  }
}
