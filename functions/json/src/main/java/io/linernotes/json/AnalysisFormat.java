package io.linernotes.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.analysis.Aggregates;
import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.Progress;
import io.linernotes.analysis.Statistics;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.mixing.Agreement;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.MusicalKey;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The HTTP API's answers about tracks. An unknown value is null, never 0. */
public final class AnalysisFormat {

  /** Answers, unlike stored entries, include null fields. */
  static final ObjectMapper MAPPER =
      Mapper.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  private static final List<String> DEEZER_DATA =
      List.of("bpm", "gain", "rank", "release_date", "source", "match", "deezer_id");

  private AnalysisFormat() {}

  /** The answer as JSON. */
  public static String text(Analysis analysis) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("status", lowerCase(analysis.status()));
    Playlist playlist = analysis.playlist();
    if (playlist != null) {
      answer.set("playlist", playlist(playlist));
    }
    answer.set("progress", progress(analysis.progress()));
    answer.set("aggregates", aggregates(analysis.aggregates()));
    ArrayNode tracks = answer.putArray("tracks");
    analysis.tracks().forEach(place -> tracks.add(place(place)));
    ObjectNode artists = answer.putObject("artists");
    analysis.artists().forEach((name, state) -> artists.set(name, section(state)));
    return text(answer);
  }

  /**
   * The short form of the answer: the title and the values for mixing of each place, in columns, so
   * that 40 tracks cost a language model less than 1,000 tokens. A place whose page is not in the
   * cache yet is null in every column.
   */
  public static String mixes(Analysis analysis) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("status", lowerCase(analysis.status()));
    Playlist playlist = analysis.playlist();
    if (playlist != null) {
      answer.set("playlist", playlist(playlist));
    }
    answer.set("progress", progress(analysis.progress()).without("sections"));
    answer.putNull("aggregates");
    answer.set("mixes", MixColumns.of(analysis.tracks()));
    answer.putArray("tracks");
    answer.putObject("artists");
    return text(answer);
  }

  /**
   * The answer for a playlist that is not in the cache yet.
   *
   * @param retryAfter how long Spotify's cooldown lasts; null while a task fetches it
   */
  public static String pending(Progress progress, @Nullable Duration retryAfter) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("status", "pending");
    answer.putNull("playlist");
    // Without this, 0 of 0 would read as 100 percent; the total is not known yet.
    answer.set("progress", progress(progress).put("percent", 0).putNull("eta_seconds"));
    if (retryAfter != null) {
      answer.put("retry_after_seconds", seconds(retryAfter));
    }
    answer.putNull("aggregates");
    answer.putArray("tracks");
    answer.putObject("artists");
    return text(answer);
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  static ObjectNode playlist(Playlist playlist) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", playlist.id().value());
    node.put("name", playlist.name());
    node.put("description", playlist.description());
    node.put("owner", playlist.owner());
    node.put("snapshot_id", playlist.snapshotId());
    node.put("total_tracks", playlist.totalTracks());
    return node;
  }

  private static ObjectNode progress(Progress progress) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("resolved", progress.resolved());
    node.put("total", progress.total());
    node.put("percent", progress.percent());
    node.put("eta_seconds", seconds(progress.eta()));
    ObjectNode sections = node.putObject("sections");
    progress
        .sections()
        .forEach(
            (section, counts) -> {
              ObjectNode ofSection = sections.putObject(section.id());
              counts.forEach((status, count) -> ofSection.put(status.id(), count));
            });
    return node;
  }

  private static ObjectNode aggregates(Aggregates all) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("bpm", statistics(all.bpm()));
    node.set("gain", statistics(all.gain()));
    node.set("rank", ofWholeNumbers(all.rank()));
    ArrayNode keys = node.putArray("keys");
    all.keys().forEach(each -> keys.add(key(each)));
    node.set("crowd_tags", MAPPER.valueToTree(all.crowdTags()));
    node.set("similar_tracks", MAPPER.valueToTree(all.similarTracks()));
    node.put("avg_listeners", rounded(all.avgListeners(), 0));
    node.put("avg_playcount", rounded(all.avgPlaycount(), 0));
    node.put("artists_enriched", all.artistsEnriched());
    node.set("metadata", metadata(all.metadata()));
    Aggregates.MeanFeatures mean = all.audioFeatures();
    ObjectNode features = node.putObject("audio_features");
    features.put("energy", rounded(mean.energy(), 3));
    features.put("danceability", rounded(mean.danceability(), 3));
    features.put("valence", rounded(mean.valence(), 3));
    features.put("tempo", rounded(mean.tempo(), 2));
    return node;
  }

  private static ObjectNode key(Aggregates.KeyCount count) {
    return MAPPER
        .createObjectNode()
        .put("key", count.key().name())
        .put("camelot", count.key().camelot().toString())
        .put("count", count.count());
  }

  private static ObjectNode metadata(Aggregates.Metadata metadata) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("avg_duration_ms", rounded(metadata.avgDurationMs(), 0));
    node.put("avg_popularity", rounded(metadata.avgPopularity(), 2));
    node.put("explicit_percentage", rounded(metadata.explicitPercentage(), 2));
    Aggregates.ReleaseYears years = metadata.releaseYears();
    if (years == null) {
      node.putNull("release_years");
    } else {
      ObjectNode told = node.putObject("release_years");
      told.put("oldest", years.oldest());
      told.put("newest", years.newest());
      told.put("average", rounded(years.average(), 1));
    }
    node.set("top_genres", MAPPER.valueToTree(metadata.topGenres()));
    node.put("total_artists", metadata.totalArtists());
    return node;
  }

  private static ObjectNode statistics(@Nullable Statistics statistics) {
    if (statistics == null) {
      ObjectNode none = MAPPER.createObjectNode();
      none.putNull("avg");
      none.putNull("min");
      none.putNull("max");
      none.put("sample_size", 0);
      return none;
    }
    ObjectNode node = MAPPER.createObjectNode();
    node.put("avg", rounded(statistics.avg(), 2));
    node.put("min", rounded(statistics.min(), 2));
    node.put("max", rounded(statistics.max(), 2));
    node.put("sample_size", statistics.sampleSize());
    return node;
  }

  private static ObjectNode ofWholeNumbers(@Nullable Statistics statistics) {
    ObjectNode node = statistics(statistics);
    if (statistics != null) {
      node.put("min", (long) statistics.min());
      node.put("max", (long) statistics.max());
    }
    return node;
  }

  static ObjectNode place(Analysis.Place place) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("position", place.position());
    switch (place.entry()) {
      case PlaylistEntry.OfTrack(Track track) -> {
        TrackPlan plan = place.plan();
        track(node, plan == null ? track : plan.track());
      }
      case PlaylistEntry.Local(String title, List<Artist> artists, Duration duration) ->
          described(node, null, title, artists, duration, "local");
      case PlaylistEntry.Episode(String id, String title, Duration duration) ->
          described(node, id, title, List.of(), duration, "episode");
      case PlaylistEntry.Unavailable() ->
          described(node, null, null, List.of(), null, "unavailable");
      case PlaylistEntry.Unknown() -> described(node, null, null, List.of(), null, "unknown");
    }
    TrackPlan plan = place.plan();
    if (plan != null) {
      node.put("earliest_year", plan.earliestYear());
      if (plan.deezer() != null || plan.audioFeatures() != null) {
        node.set("mix", mix(plan.mix()));
      }
      section(node, "deezer", plan.deezer());
      section(node, "lastfm", plan.lastfm());
      section(node, "audio_features", plan.audioFeatures());
    }
    return node;
  }

  static ObjectNode mix(Mix mix) {
    ObjectNode node = MAPPER.createObjectNode();
    MusicalKey key = mix.key();
    Agreement agreement = mix.agreement();
    node.put("bpm", mix.bpm());
    node.put("bpm_source", mix.bpmSource());
    ArrayNode alternatives = node.putArray("bpm_alternatives");
    mix.bpmAlternatives().forEach(alternatives::add);
    node.put("key", key == null ? null : key.name());
    node.put("camelot", key == null ? null : key.camelot().toString());
    node.put("energy", mix.energy());
    node.put("agreement", agreement == null ? null : lowerCase(agreement));
    return node;
  }

  static void track(ObjectNode node, Track track) {
    SpotifyId id = track.id();
    described(
        node,
        id == null ? null : id.value(),
        track.title(),
        track.artists(),
        track.duration(),
        "track");
    Isrc isrc = track.isrc();
    node.put("isrc", isrc == null ? null : isrc.value());
    node.put("album", track.album());
    node.put("release_date", track.releaseDate());
    node.put("earliest_year", track.releaseYear());
    node.put("explicit", track.explicit());
    node.put("popularity", track.popularity());
  }

  private static void described(
      ObjectNode node,
      @Nullable String id,
      @Nullable String title,
      List<Artist> artists,
      @Nullable Duration duration,
      String type) {
    node.put("id", id);
    node.put("title", title);
    ArrayNode names = node.putArray("artists");
    artists.forEach(artist -> names.add(artist.name()));
    node.put("duration_ms", duration == null ? null : Long.valueOf(duration.toMillis()));
    node.putNull("isrc");
    node.put("type", type);
  }

  private static void section(ObjectNode node, String name, @Nullable SectionState<?> state) {
    if (state != null) {
      node.set(name, section(state));
    }
  }

  static ObjectNode section(SectionState<?> state) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("status", state.status().id());
    Instant fetchedAt = state.fetchedAt();
    if (fetchedAt != null) {
      node.put("fetched_at", fetchedAt.toString());
    }
    Duration retryAfter = state.retryAfter();
    if (retryAfter != null) {
      node.put("retry_after_seconds", seconds(retryAfter));
    }
    if (!state.tried().isEmpty()) {
      ArrayNode tried = node.putArray("tried");
      state.tried().forEach(tried::add);
    }
    Object data = state.data();
    if (data != null) {
      ObjectNode fields = MAPPER.valueToTree(data);
      node.set("data", data instanceof DeezerTrack ? fields.retain(DEEZER_DATA) : fields);
    }
    return node;
  }

  /** Whole seconds, rounded up, so that a client does not retry too early. */
  static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }

  static @Nullable BigDecimal rounded(@Nullable Double value, int decimals) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
