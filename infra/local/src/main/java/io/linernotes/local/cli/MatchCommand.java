package io.linernotes.local.cli;

import io.linernotes.matching.Comparison;
import io.linernotes.matching.Listing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether two listings are the same recording, and why. */
@Command(
    name = "match",
    description = {
      "Tells whether two listings are of one recording, as the service decides it, and why: either",
      "for one pair given by options, or for every row of a tab-separated file with the columns",
      "a_title, a_artists (joined by \" ; \"), a_duration_ms, b_title, b_artists, b_duration_ms.",
      "The file's rows are printed with the columns accepted, likeness, confidence and reason",
      "added. Needs no service."
    },
    footer = {
      "",
      "./linernotes match --title 'Blue in Green' --artist 'The Bill Evans Trio' --duration 5:25 \\",
      "    --other-title 'Blue in Green (Live)' --other-artist 'Bill Evans' --other-duration 6:10"
    })
final class MatchCommand implements Callable<Integer> {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(?:([0-9]{1,3}):)?([0-9]{1,4}):)?([0-9]{1,6}(?:\\.[0-9]{1,3})?)");

  private final Screen screen;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file with pairs.")
  private @Nullable Path file;

  @Option(names = "--title", description = "The title wanted.")
  private @Nullable String title;

  @Option(names = "--artist", description = "An artist of it; once for each.")
  private List<String> artists = List.of();

  @Option(names = "--duration", description = "Its duration in seconds or as 5:25, if it is known.")
  private @Nullable String duration;

  @Option(names = "--other-title", description = "The title offered.")
  private @Nullable String otherTitle;

  @Option(names = "--other-artist", description = "An artist of that one; once for each.")
  private List<String> otherArtists = List.of();

  @Option(names = "--other-duration", description = "The duration of that one.")
  private @Nullable String otherDuration;

  MatchCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (file != null) {
      compareAll(file);
    } else {
      explain();
    }
    return 0;
  }

  private void compareAll(Path file) {
    if (title != null || otherTitle != null) {
      throw new UsageException("match takes a file or one pair by options, not both.");
    }
    PairsFile pairs = PairsFile.read(file);
    List<PairsFile.Row> rows = pairs.rows();
    screen.out().println(pairs.header() + "\t" + String.join("\t", PairsFile.ADDED));
    for (PairsFile.Row row : rows) {
      Comparison comparison = row.wanted().comparedWith(row.offered());
      screen
          .out()
          .println(
              String.join(
                  "\t",
                  row.cells(),
                  String.valueOf(comparison.accepted()),
                  likeness(comparison),
                  confidence(comparison),
                  Text.printable(comparison.reason())));
    }
  }

  private void explain() {
    Listing wanted = listing(title, artists, duration, "--title", "--artist", "--duration");
    Listing offered =
        listing(
            otherTitle,
            otherArtists,
            otherDuration,
            "--other-title",
            "--other-artist",
            "--other-duration");
    Comparison comparison = wanted.comparedWith(offered);
    screen
        .out()
        .println(
            comparison.accepted()
                ? "The same recording, with a confidence of " + confidence(comparison) + ":"
                : "Not taken for the same recording:");
    comparison.reasons().forEach(reason -> screen.out().println(sentence(reason)));
  }

  private static String sentence(String reason) {
    String printable = Text.printable(reason);
    return "- " + printable.substring(0, 1).toUpperCase(Locale.ROOT) + printable.substring(1) + ".";
  }

  private static Listing listing(
      @Nullable String title,
      List<String> artists,
      @Nullable String duration,
      String titleOption,
      String artistOption,
      String durationOption) {
    if (title == null || title.isBlank()) {
      throw new UsageException("match needs a file, or " + titleOption + ".");
    }
    if (artists.isEmpty() || artists.stream().anyMatch(String::isBlank)) {
      throw new UsageException("match needs an artist: " + artistOption + ".");
    }
    return Listing.of(title, artists, duration == null ? null : parsed(duration, durationOption));
  }

  private static Duration parsed(String duration, String option) {
    Matcher clock = CLOCK.matcher(duration.strip());
    if (!clock.matches()) {
      throw new UsageException(
          option + " is neither seconds nor minutes and seconds (5:25): " + duration);
    }
    return Duration.ofHours(number(clock.group(1)))
        .plusMinutes(number(clock.group(2)))
        .plusMillis(Math.round(Double.parseDouble(clock.group(3)) * 1000));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String likeness(Comparison comparison) {
    return comparison.names().name().toLowerCase(Locale.ROOT);
  }

  private static String confidence(Comparison comparison) {
    return Text.decimal(comparison.confidence(), 2);
  }
}
