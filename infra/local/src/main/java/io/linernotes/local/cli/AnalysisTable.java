package io.linernotes.local.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.local.cli.TextTable.Column;
import java.time.Duration;
import java.util.Map;

/** Prints an analysis as a table with one row per playlist position, then its aggregates. */
final class AnalysisTable {
  private static final int TAGS = 3;
  private static final int WIDE = 84;
  private static final int WIDER = 100;
  private static final int WIDEST = 112;

  private static final Map<String, String> WAYS =
      Map.of(
          "isrc", "ISRC",
          "isrc_search", "ISRC search",
          "musicbrainz_isrc", "MusicBrainz",
          "artist_title", "names");

  private static final Map<String, String> KINDS =
      Map.of("local", "local file", "episode", "episode", "unavailable", "unavailable");

  private final JsonNode answer;

  AnalysisTable(JsonNode answer) {
    this.answer = answer;
  }

  void print(Screen screen) {
    var out = screen.out();
    if (!answer.path("playlist").isObject()) {
      out.println(notHereYet());
      return;
    }
    out.println(heading());
    out.println();
    tracks().lines(screen.columns()).forEach(out::println);
    out.println();
    new AggregatesList(answer).lines(screen.columns()).forEach(out::println);
  }

  private String notHereYet() {
    var wait = JsonFields.number(answer, "/retry_after_seconds");
    return wait.isEmpty()
        ? "The playlist is on its way: ask again in a moment."
        : "Spotify keeps the playlist back for %s: ask again then."
            .formatted(Text.span(Duration.ofSeconds((long) wait.getAsDouble())));
  }

  private String heading() {
    return "%s, by %s, %s: %s"
        .formatted(
            JsonFields.text(answer, "/playlist/name").orElse("A playlist"),
            JsonFields.text(answer, "/playlist/owner").orElse("someone"),
            Text.of(answer.at("/playlist/total_tracks").asInt(), "track"),
            answer.path("status").asText());
  }

  private TextTable tracks() {
    var table =
        new TextTable(
            Column.number("#"),
            Column.shrinking("Artist – title", 5),
            Column.number("BPM"),
            Column.text("Key"),
            Column.number("Energy"),
            Column.number("Gain").from(WIDE),
            Column.shrinking("Tags", 3).from(WIDER),
            Column.number("Listeners").from(WIDEST),
            Column.text("Found by").from(WIDE));
    answer.path("tracks").forEach(track -> row(table, track));
    return table;
  }

  private static void row(TextTable table, JsonNode track) {
    var number = String.valueOf(track.path("position").asInt() + 1);
    var kind = KINDS.get(track.path("type").asText());
    if (kind != null) {
      table.row(number, kindFirst(track, kind), "", "", "", "", "", "", "");
      return;
    }
    table.row(
        number,
        name(track),
        decimal(track, "/mix/bpm", 1),
        key(track),
        decimal(track, "/mix/energy", 2),
        decimal(track, "/deezer/data/gain", 1),
        JsonFields.list(track, "/lastfm/data/top_tags", TAGS, ", ").orElse(Text.UNKNOWN),
        count(track, "/lastfm/data/listeners"),
        foundBy(track.path("deezer")));
  }

  /** The kind comes first, so that a narrow column does not cut it off. */
  private static String kindFirst(JsonNode place, String kind) {
    var name = name(place);
    return name.equals(Text.UNKNOWN) ? kind : kind + ": " + name;
  }

  static String name(JsonNode track) {
    var artists = JsonFields.list(track, "/artists", 3, ", ");
    var title = JsonFields.text(track, "/title").orElse(Text.UNKNOWN);
    return artists.map(names -> names + " – " + title).orElse(title);
  }

  static String decimal(JsonNode track, String path, int decimals) {
    var number = JsonFields.number(track, path);
    return number.isEmpty() ? Text.UNKNOWN : Text.decimal(number.getAsDouble(), decimals);
  }

  /** The key as its Camelot code and its name, such as {@code 8A Am}. */
  static String key(JsonNode track) {
    return JsonFields.text(track, "/mix/camelot")
        .map(camelot -> camelot + " " + JsonFields.text(track, "/mix/key").orElse(""))
        .orElse(Text.UNKNOWN);
  }

  private static String count(JsonNode track, String path) {
    var number = JsonFields.number(track, path);
    return number.isEmpty() ? Text.UNKNOWN : Text.count(number.getAsDouble());
  }

  private static String foundBy(JsonNode deezer) {
    var way = JsonFields.text(deezer, "/data/match/by");
    if (way.isPresent()) {
      var confidence = JsonFields.number(deezer, "/data/match/confidence").orElse(0);
      var stale = deezer.path("status").asText().equals("stale") ? ", stale" : "";
      return WAYS.getOrDefault(way.get(), way.get()) + " " + percent(confidence) + stale;
    }
    return switch (deezer.path("status").asText()) {
      case "hit", "" -> Text.UNKNOWN;
      case "miss" -> "not at Deezer";
      case "throttled", "unavailable" -> refused(deezer);
      default -> deezer.path("status").asText();
    };
  }

  private static String refused(JsonNode deezer) {
    var wait = JsonFields.number(deezer, "/retry_after_seconds");
    var status = deezer.path("status").asText();
    return wait.isEmpty()
        ? status
        : status + ", " + Text.span(Duration.ofSeconds((long) wait.getAsDouble()));
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** The values on one line. */
  static String joined(java.util.stream.Stream<String> values) {
    return values.collect(joining(" · "));
  }
}
