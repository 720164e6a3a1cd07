package io.linernotes.api.analysis;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.exchange.TextArrays;
import io.linernotes.api.format.CsvTracks;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tracks and sections of {@code POST /v1/tracks/enrichment}. */
public record EnrichmentRequest(List<ClaimedTrack> tracks, Set<Section> sections) {

  static final int MOST_TRACKS = 500;
  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_ARTISTS = 50;
  private static final long LONGEST_TRACK = Duration.ofHours(24).toMillis();

  private static final Pattern ISRC =
      Pattern.compile("[A-Za-z]{2}-?[A-Za-z0-9]{3}-?[0-9]{2}-?[0-9]{5}");

  /** The request in the body: JSON, or CSV whose sections are in the query. */
  static EnrichmentRequest of(Request request) {
    return request.isCsv()
        ? new EnrichmentRequest(bounded(CsvTracks.parse(request.bodyText())), request.include())
        : parse(request.body());
  }

  private static List<ClaimedTrack> bounded(List<ClaimedTrack> tracks) {
    if (tracks.isEmpty()) {
      throw BadRequestException.of(
          "body", "The CSV holds no track: it needs a line of column names, and one per track.");
    }
    if (tracks.size() > MOST_TRACKS) {
      throw tooMany("body", tracks.size());
    }
    return tracks;
  }

  private static BadRequestException tooMany(String field, int number) {
    return BadRequestException.of(
        field,
        "A request may hold "
            + MOST_TRACKS
            + " tracks, not "
            + number
            + ": send several requests.");
  }

  /**
   * Reads a JSON body.
   *
   * @throws BadRequestException if a part of it is wrong, naming it
   */
  public static EnrichmentRequest parse(Json body) {
    if (!body.at("tracks").isArray() || body.list("tracks").isEmpty()) {
      throw BadRequestException.of(
          "tracks",
          "tracks must be an array of 1 to "
              + MOST_TRACKS
              + " objects with spotify_id, isrc, or title and artists.");
    }
    List<Json> elements = body.list("tracks");
    if (elements.size() > MOST_TRACKS) {
      throw tooMany("tracks", elements.size());
    }
    List<ClaimedTrack> tracks = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      tracks.add(track(elements.get(i), "tracks[" + i + "]"));
    }
    return new EnrichmentRequest(List.copyOf(tracks), include(body));
  }

  private static Set<Section> include(Json body) {
    Json include = body.at("include");
    if (!include.isPresent()) {
      return EnumSet.allOf(Section.class);
    }
    if (!include.isArray()) {
      throw BadRequestException.of("include", "include must be an array of section names.");
    }
    return Request.sections(
        body.list("include").stream()
            .map(each -> Objects.requireNonNullElseGet(each.exactText(), each::toString))
            .toList());
  }

  private static ClaimedTrack track(Json json, String field) {
    if (!json.isObject()) {
      throw BadRequestException.of(
          field, "A track must be an object with spotify_id, isrc, or title and artists.");
    }
    SpotifyId id = spotifyId(json.at("spotify_id"), field + ".spotify_id");
    Isrc isrc = isrc(json.at("isrc"), field + ".isrc");
    String title = title(json.at("title"), field + ".title");
    List<Artist> artists = artists(json, field);
    if (id == null && isrc == null && (title == null || artists.isEmpty())) {
      throw BadRequestException.of(
          field, "A track needs a spotify_id, an isrc, or a title together with artists.");
    }
    return ClaimedTrack.of(id, isrc, title, artists, duration(json, field));
  }

  private static @Nullable SpotifyId spotifyId(Json value, String field) {
    return value.isPresent() ? TextArrays.spotifyId(value.exactText(), field) : null;
  }

  private static @Nullable Isrc isrc(Json value, String field) {
    if (!value.isPresent()) {
      return null;
    }
    return Optional.ofNullable(value.exactText())
        .filter(text -> ISRC.matcher(text).matches())
        .flatMap(Isrc::parse)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field, "An ISRC has 12 characters, for example GBAYE6900477."));
  }

  /** The title; a blank one is unknown, like a missing one. */
  private static @Nullable String title(Json value, String field) {
    if (!value.isPresent()) {
      return null;
    }
    if (!value.isText() || isTooLong(value)) {
      throw BadRequestException.of(
          field, "title must be a text of at most " + LONGEST_NAME + " characters.");
    }
    return value.text();
  }

  private static boolean isTooLong(Json value) {
    return Objects.requireNonNullElse(value.exactText(), "").codePoints().count() > LONGEST_NAME;
  }

  private static List<Artist> artists(Json json, String field) {
    Json value = json.at("artists");
    if (!value.isPresent()) {
      return List.of();
    }
    List<Json> elements = value.isArray() ? json.list("artists") : List.of();
    if (!value.isArray() || elements.size() > MOST_ARTISTS) {
      throw BadRequestException.of(
          field + ".artists", "artists must be an array of at most " + MOST_ARTISTS + " names.");
    }
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String name = elements.get(i).isText() ? elements.get(i).text() : null;
      if (name == null || isTooLong(elements.get(i))) {
        throw BadRequestException.of(
            field + ".artists[" + i + "]",
            "An artist must be a name of 1 to " + LONGEST_NAME + " characters.");
      }
      artists.add(Artist.named(name));
    }
    return List.copyOf(artists);
  }

  private static @Nullable Duration duration(Json json, String field) {
    if (!json.at("duration_ms").isPresent()) {
      return null;
    }
    Long millis = json.at("duration_ms").isNumber() ? json.wholeNumber("duration_ms") : null;
    if (millis == null || millis < 0 || millis > LONGEST_TRACK) {
      throw BadRequestException.of(
          field + ".duration_ms",
          "duration_ms must be a whole number of milliseconds from 0 (unknown) to "
              + LONGEST_TRACK
              + ".");
    }
    return millis == 0 ? null : Duration.ofMillis(millis);
  }
}
