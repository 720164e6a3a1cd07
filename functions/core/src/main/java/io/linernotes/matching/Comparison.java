package io.linernotes.matching;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two listings are of one recording. Every part of the service decides by this comparison
 * of title, artists and duration. The package description has the rules.
 *
 * @param song whether song and artist are the same, regardless of the version
 * @param distance how far apart the durations are; the longest possible if one is unknown
 * @param strangers how many further artists only one side names; fewer is better among equals
 * @param reasons the reasons in words: for titles, artists and durations
 */
public record Comparison(
    Likeness title,
    Likeness artists,
    Song song,
    DurationAgreement durations,
    Duration distance,
    int strangers,
    List<String> reasons) {

  /** Copies the reasons. */
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

  /**
   * Orders by the likeness of names, then by the fewest strangers, then by the nearest duration.
   */
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

  /** The lesser likeness of title and artists. */
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

  /** Whether title and artists are both unsure; a duration cannot settle two doubts. */
  private boolean isDoubtfulTwice() {
    return title == Likeness.UNSURE && artists == Likeness.UNSURE;
  }

  /** The confidence of the match, 0 to 1; 0 if it is not accepted. */
  public double confidence() {
    if (!accepted()) {
      return 0;
    }
    boolean exact = names() == Likeness.EXACT;
    return durations == DurationAgreement.AGREE
        ? exact ? SAME_NAMES : SIMILAR_NAMES
        : exact ? SAME_NAMES_WITHOUT_DURATION : SIMILAR_NAMES_WITHOUT_DURATION;
  }

  /** All reasons in one sentence. */
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
