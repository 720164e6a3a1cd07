package io.linernotes.api.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses the tracks of a CSV file from {@link CsvFormat} or from Exportify, whose versions name
 * columns differently. Columns may stand in any order, and unknown ones are ignored. Lines without
 * a track are skipped.
 */
public final class CsvTracks {

  static final String TYPE = "Type";
  static final String URI = "Track URI";
  static final String TITLE = "Track Name";
  static final String ARTISTS = "Artist Name(s)";
  static final String DURATION = "Duration (ms)";
  static final String ISRC = "ISRC";

  private static final String ARTIST_URIS = "Artist URI(s)";

  /** The accepted names of each column, in lower case. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          TYPE, List.of("type"),
          URI, List.of("track uri", "spotify uri", "track id", "spotify id", "spotify_id"),
          TITLE, List.of("track name", "title", "name"),
          ARTISTS, List.of("artist name(s)", "artist names", "artist name", "artists", "artist"),
          ARTIST_URIS, List.of("artist uri(s)", "artist ids", "artist id(s)"),
          DURATION, List.of("duration (ms)", "track duration (ms)", "duration_ms"),
          ISRC, List.of("isrc"));

  private static final Pattern TRACK_URI =
      Pattern.compile(
          "(?:spotify:track:|https?://open\\.spotify\\.com/(?:[a-z-]+/)?track/)?"
              + "([0-9A-Za-z]{22})(?:\\?.*)?");
  private static final Pattern EPISODE = Pattern.compile("spotify:(episode|show):.*");
  private static final Pattern OWN_JOINT = Pattern.compile(";(?:\\s+|$)");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final int LONGEST_NAME = 1_000;
  private static final long LONGEST_TRACK = Duration.ofHours(24).toMillis();

  private CsvTracks() {}

  /**
   * The tracks, in the file's order.
   *
   * @throws BadRequestException if the text is no table, or a line describes no track, naming it
   */
  public static List<ClaimedTrack> parse(String text) {
    List<ClaimedTrack> tracks = new ArrayList<>();
    try {
      for (NamedCsvRecord line : CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
        Cells cells = new Cells(line);
        if (cells.isTrack()) {
          tracks.add(cells.track());
        }
      }
    } catch (CsvParseException e) {
      throw BadRequestException.of("body", "The body must be CSV (RFC 4180): " + e.getMessage());
    }
    return tracks;
  }

  /** The text without the byte order mark that spreadsheets put before it. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The cells of one line, by the names of their columns. */
  private static final class Cells {

    private final long number;
    private final Map<String, String> cells = new HashMap<>();

    Cells(NamedCsvRecord line) {
      number = line.getStartingLineNumber();
      line.getFieldsAsMap()
          .forEach((name, cell) -> cells.put(name.strip().toLowerCase(Locale.ROOT), cell.strip()));
    }

    private @Nullable String cell(String column) {
      return NAMES.getOrDefault(column, List.of()).stream()
          .flatMap(name -> Stream.ofNullable(cells.get(name)))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .map(CsvFormat::original)
          .orElse(null);
    }

    boolean isTrack() {
      String type = cell(TYPE);
      String uri = cell(URI);
      boolean isBlank = cells.values().stream().allMatch(String::isEmpty);
      boolean isEpisode = uri != null && EPISODE.matcher(uri).matches();
      return !isBlank && !isEpisode && (type == null || type.equalsIgnoreCase("track"));
    }

    ClaimedTrack track() {
      SpotifyId id = id(cell(URI));
      Isrc isrc = isrc(cell(ISRC));
      String title = name(cell(TITLE), TITLE);
      List<Artist> artists = artists(cell(ARTISTS));
      if (id == null && isrc == null && (title == null || artists.isEmpty())) {
        throw bad(
            URI + "\", \"" + ISRC + "\" or \"" + TITLE,
            "A line needs a Spotify track, an ISRC, or a title together with artists.");
      }
      return ClaimedTrack.of(id, isrc, title, artists, duration(cell(DURATION)));
    }

    private @Nullable SpotifyId id(@Nullable String text) {
      if (text == null || text.startsWith("spotify:local:")) {
        return null;
      }
      Matcher uri = TRACK_URI.matcher(text);
      if (!uri.matches()) {
        throw bad(URI, "Send a track's Spotify URI, link or id.");
      }
      return new SpotifyId(uri.group(1));
    }

    private @Nullable Isrc isrc(@Nullable String text) {
      return text == null
          ? null
          : Isrc.parse(text)
              .orElseThrow(() -> bad(ISRC, "An ISRC has 12 characters, such as GBAYE6900477."));
    }

    private @Nullable String name(@Nullable String text, String column) {
      if (text != null && text.codePoints().count() > LONGEST_NAME) {
        throw bad(column, "A name may have " + LONGEST_NAME + " characters.");
      }
      return text;
    }

    private List<Artist> artists(@Nullable String text) {
      if (text == null) {
        return List.of();
      }
      return joint(text)
          .splitAsStream(text)
          .map(String::strip)
          .filter(each -> !each.isEmpty())
          .map(each -> Artist.named(Optional.ofNullable(name(each, ARTISTS)).orElse(each)))
          .toList();
    }

    /**
     * The separator of artists; never matches where there is one artist, whose name may hold a
     * comma.
     */
    private Pattern joint(String text) {
      if (OWN_JOINT.matcher(text).find()) {
        return OWN_JOINT;
      }
      if (text.contains(";")) {
        return SEMICOLON;
      }
      String uris = cell(ARTIST_URIS);
      boolean isOne = uris != null && !uris.contains(",") && !uris.contains(";");
      return isOne ? NEVER : COMMA;
    }

    private @Nullable Duration duration(@Nullable String text) {
      if (text == null) {
        return null;
      }
      if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) > LONGEST_TRACK) {
        throw bad(DURATION, "A duration is a whole number of milliseconds, a day at most.");
      }
      return text.matches("0+") ? null : Duration.ofMillis(Long.parseLong(text));
    }

    private BadRequestException bad(String column, String remedy) {
      return BadRequestException.of("body", "Line " + number + ", \"" + column + "\": " + remedy);
    }
  }
}
