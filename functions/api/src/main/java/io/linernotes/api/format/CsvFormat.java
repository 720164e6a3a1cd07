package io.linernotes.api.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.linernotes.analysis.Analysis;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.MusicalKey;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table for spreadsheets (RFC 4180), one line for each place. The columns that describe the track
 * are named as Exportify names them. An unknown value is an empty cell.
 */
final class CsvFormat {

  /** A text that would begin a formula, also in full width, after any leading apostrophes. */
  static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

  private record Column(String name, Function<Row, @Nullable Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Position", Row::position),
          new Column(CsvTracks.TYPE, Row::type),
          new Column(CsvTracks.URI, row -> row.id() == null ? null : "spotify:track:" + row.id()),
          new Column(CsvTracks.TITLE, Row::title),
          new Column(CsvTracks.ARTISTS, CsvFormat::artists),
          new Column("Album Name", Row::album),
          new Column("Release Date", Row::releaseDate),
          new Column(
              CsvTracks.DURATION, row -> row.duration() == null ? null : row.duration().toMillis()),
          new Column(CsvTracks.ISRC, row -> row.isrc() == null ? null : row.isrc().value()),
          new Column("BPM", row -> row.mix().bpm()),
          new Column("BPM Source", row -> row.mix().bpmSource()),
          new Column("Other BPM", row -> joined(row.mix())),
          new Column("Key", row -> key(row.mix().key(), MusicalKey::name)),
          new Column("Camelot", row -> key(row.mix().key(), key -> key.camelot().toString())),
          new Column("Energy", row -> row.mix().energy()),
          new Column("Gain (dB)", row -> deezer(row, DeezerTrack::gain)),
          new Column("Rank", row -> deezer(row, DeezerTrack::rank)),
          new Column("Match", row -> match(row, match -> lowerCase(match.by()))),
          new Column("Confidence", row -> match(row, Match::confidence)),
          new Column("Tags", row -> lastfm(row, tags -> String.join(", ", tags.topTags()))),
          new Column("Listeners", row -> lastfm(row, LastfmTrack::listeners)),
          new Column("Playcount", row -> lastfm(row, LastfmTrack::playcount)),
          new Column("Deezer", row -> status(row, TrackPlan::deezer)),
          new Column("Last.fm", row -> status(row, TrackPlan::lastfm)),
          new Column("Audio Features", row -> status(row, TrackPlan::audioFeatures)));

  private CsvFormat() {}

  static String text(Analysis analysis) {
    return table(Row.of(analysis));
  }

  /** A table with its header only. */
  static String empty() {
    return table(List.of());
  }

  private static String table(List<Row> rows) {
    StringWriter text = new StringWriter();
    // No buffer, because a buffered writer would have to be closed.
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(COLUMNS.stream().map(Column::name).toList());
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      COLUMNS.forEach(column -> cells.add(cell(column.value().apply(row))));
      csv.writeRecord(cells);
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof String text ? inert(text) : String.valueOf(value);
  }

  /** The text, escaped so that no spreadsheet evaluates it. */
  private static String inert(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** Reverses {@link #inert}; a text of another program stays as it is. */
  static String original(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /** The names, each ended by a semicolon, so that a name may hold a comma. */
  private static @Nullable String artists(Row row) {
    return row.artists().isEmpty() ? null : String.join("; ", row.artists()) + ";";
  }

  private static @Nullable String joined(Mix mix) {
    return mix.bpmAlternatives().isEmpty()
        ? null
        : String.join(" ", mix.bpmAlternatives().stream().map(String::valueOf).toList());
  }

  private static @Nullable Object key(@Nullable MusicalKey key, Function<MusicalKey, String> name) {
    return key == null ? null : name.apply(key);
  }

  private static @Nullable Object deezer(Row row, Function<DeezerTrack, @Nullable Object> value) {
    DeezerTrack deezer = row.deezer();
    return deezer == null ? null : value.apply(deezer);
  }

  private static @Nullable Object match(Row row, Function<Match, Object> value) {
    DeezerTrack deezer = row.deezer();
    Match match = deezer == null ? null : deezer.match();
    return match == null ? null : value.apply(match);
  }

  private static @Nullable Object lastfm(Row row, Function<LastfmTrack, @Nullable Object> value) {
    LastfmTrack lastfm = row.lastfm();
    return lastfm == null ? null : value.apply(lastfm);
  }

  private static @Nullable String status(
      Row row, Function<TrackPlan, @Nullable SectionState<?>> section) {
    TrackPlan plan = row.plan();
    SectionState<?> state = plan == null ? null : section.apply(plan);
    return state == null ? null : state.status().id();
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
