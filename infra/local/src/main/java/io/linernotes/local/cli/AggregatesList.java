package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Prints an analysis's aggregates, one per line. Unknown values are left out. */
final class AggregatesList {
  private static final int MOST = 6;
  private static final int LABEL = 12;

  private final JsonNode answer;
  private final JsonNode aggregates;
  private final List<String> lines = new ArrayList<>();

  AggregatesList(JsonNode answer) {
    this.answer = answer;
    this.aggregates = answer.path("aggregates");
  }

  List<String> lines(int width) {
    lines.clear();
    statistics("BPM", "/bpm", value -> Text.decimal(value, 1));
    statistics("Gain", "/gain", value -> Text.decimal(value, 1) + " dB");
    statistics("Rank", "/rank", Text::count);
    line("Listeners", listeners());
    line("Tags", each("/crowd_tags").map(tag -> told(tag, "/tag")));
    line("Similar", each("/similar_tracks").map(AggregatesList::similar));
    line("Artists", artists());
    line("Tracks", metadata());
    line("Audio", audioFeatures());
    line("Genres", each("/metadata/top_genres").map(AggregatesList::genre));
    return lines.stream().map(line -> Text.cut(line, width)).toList();
  }

  private void line(String label, Stream<String> values) {
    var told = AnalysisTable.joined(values.filter(value -> !value.isEmpty()));
    if (!told.isEmpty()) {
      lines.add(Text.left(label, LABEL) + told);
    }
  }

  private void statistics(String label, String path, DoubleFunction<String> format) {
    var sample = aggregates.at(path + "/sample_size").asInt();
    if (sample > 0) {
      line(
          label,
          Stream.of(
              told("", path + "/avg", format, " on average"),
              told("", path + "/min", format, "") + " to " + told("", path + "/max", format, ""),
              Text.of(sample, "track")));
    }
  }

  private String told(String before, String path, DoubleFunction<String> format, String after) {
    OptionalDouble value = JsonFields.number(aggregates, path);
    return value.isEmpty() ? "" : before + format.apply(value.getAsDouble()) + after;
  }

  private Stream<String> listeners() {
    return Stream.of(
        told("", "/avg_listeners", Text::count, " on average"),
        told("", "/avg_playcount", Text::count, " plays on average"));
  }

  private Stream<String> artists() {
    return Stream.of(
        told("", "/metadata/total_artists", Text::count, ""),
        answer.at("/progress/sections").has("artists")
            ? told("", "/artists_enriched", Text::count, " with notes")
            : "");
  }

  private Stream<String> metadata() {
    return Stream.of(
        told("", "/metadata/avg_duration_ms", AggregatesList::length, " long on average"),
        years(),
        told("", "/metadata/explicit_percentage", value -> Text.decimal(value, 0), " % explicit"),
        told("popularity ", "/metadata/avg_popularity", Text::count, ""));
  }

  private String years() {
    var years = aggregates.at("/metadata/release_years");
    return years.isObject()
        ? "from %d to %d".formatted(years.path("oldest").asInt(), years.path("newest").asInt())
        : "";
  }

  private Stream<String> audioFeatures() {
    return Stream.of(
        feature("energy", 2),
        feature("danceability", 2),
        feature("valence", 2),
        feature("tempo", 1));
  }

  private String feature(String name, int decimals) {
    return told(name + " ", "/audio_features/" + name, value -> Text.decimal(value, decimals), "");
  }

  private Stream<JsonNode> each(String path) {
    return aggregates.at(path).valueStream().limit(MOST);
  }

  private static String told(JsonNode counted, String path) {
    return JsonFields.text(counted, path).orElse(Text.UNKNOWN)
        + " "
        + counted.path("count").asInt();
  }

  private static String similar(JsonNode track) {
    return "%s – %s"
        .formatted(
            JsonFields.text(track, "/artist").orElse(Text.UNKNOWN),
            JsonFields.text(track, "/name").orElse(Text.UNKNOWN));
  }

  private static String genre(JsonNode genre) {
    return genre.isTextual() ? Text.printable(genre.asText()) : told(genre, "/genre");
  }

  private static String length(double millis) {
    return Text.length(Duration.ofMillis((long) millis));
  }
}
