package io.linernotes.matching;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether two listings are of one recording: the one decision by title, artists and duration that
 * every part of the service takes.
 *
 * @param distance how far apart the durations are, the longest there is where one is not known
 * @param reason why, in words
 */
public record Comparison(
    Likeness title,
    Likeness artists,
    DurationAgreement durations,
    Duration distance,
    String reason) {

  /** Same names and a duration that agrees. */
  private static final double SAME_NAMES = 0.85;

  private static final double SIMILAR_NAMES = 0.7;
  private static final double SAME_NAMES_WITHOUT_DURATION = 0.5;

  static Comparison between(Listing wanted, Listing offered) {
    Likeness title = wanted.title().likenessTo(offered.title());
    Likeness artists = wanted.artists().likenessTo(offered.artists());
    DurationAgreement durations = DurationAgreement.between(wanted.duration(), offered.duration());
    return new Comparison(
        title,
        artists,
        durations,
        DurationAgreement.distance(wanted.duration(), offered.duration()),
        "titles "
            + words(title)
            + ", artists "
            + words(artists)
            + ", "
            + words(durations, wanted.duration(), offered.duration()));
  }

  /** How alike the names are: no more than the titles and the artists are. */
  public Likeness names() {
    return title.and(artists);
  }

  /** Whether the listings are of one recording. */
  public boolean accepted() {
    return switch (durations) {
      case AGREE -> names().isMatch();
      case UNKNOWN -> names() == Likeness.EXACT;
      case DISAGREE -> false;
    };
  }

  /** How sure a match is, 0 to 1; 0 for what is not accepted. */
  public double confidence() {
    if (!accepted()) {
      return 0;
    }
    if (durations != DurationAgreement.AGREE) {
      return SAME_NAMES_WITHOUT_DURATION;
    }
    return names() == Likeness.EXACT ? SAME_NAMES : SIMILAR_NAMES;
  }

  private static String words(Likeness likeness) {
    return switch (likeness) {
      case EXACT -> "agree";
      case SIMILAR -> "agree as far as both tell";
      case DIFFERENT -> "differ";
    };
  }

  private static String words(
      DurationAgreement durations, @Nullable Duration wanted, @Nullable Duration offered) {
    return switch (durations) {
      case AGREE -> "durations agree (" + apart(wanted, offered) + ")";
      case UNKNOWN -> "a duration is not known";
      case DISAGREE -> "durations differ (" + apart(wanted, offered) + ")";
    };
  }

  private static String apart(@Nullable Duration wanted, @Nullable Duration offered) {
    double seconds = DurationAgreement.distance(wanted, offered).toMillis() / 1e3;
    return String.format(Locale.ROOT, "%.1f s apart", seconds);
  }
}
