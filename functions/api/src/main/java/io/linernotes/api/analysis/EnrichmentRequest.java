package io.linernotes.api.analysis;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Request;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/tracks/enrichment}. */
public record EnrichmentRequest(List<ClaimedTrack> tracks, Set<Section> sections) {

  static final int MOST_TRACKS = 500;
  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_ARTISTS = 50;
  private static final long LONGEST_TRACK = Duration.ofHours(24).toMillis();

  /**
   * Reads the body.
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
      throw BadRequestException.of(
          "tracks",
          "A request may hold "
              + MOST_TRACKS
              + " tracks, not "
              + elements.size()
              + ": send several requests.");
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
            .map(each -> each.isText() ? String.valueOf(each.text()) : each.toString())
            .toList());
  }

  private static ClaimedTrack track(Json json, String field) {
    if (!json.isObject()) {
      throw BadRequestException.of(
          field, "A track must be an object with spotify_id, isrc, or title and artists.");
    }
    String id = text(json, "spotify_id", field);
    String isrc = text(json, "isrc", field);
    String title = text(json, "title", field);
    List<Artist> artists = artists(json, field);
    if (id == null && isrc == null && (title == null || artists.isEmpty())) {
      throw BadRequestException.of(
          field, "A track needs a spotify_id, an isrc, or a title together with artists.");
    }
    return ClaimedTrack.of(
        id == null ? null : spotifyId(id, field),
        isrc == null ? null : isrc(isrc, field),
        title,
        artists,
        duration(json, field));
  }

  private static SpotifyId spotifyId(String text, String field) {
    return SpotifyId.parse(text)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field + ".spotify_id", "A Spotify id has 22 letters and digits."));
  }

  private static Isrc isrc(String text, String field) {
    return Isrc.parse(text)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field + ".isrc", "An ISRC has 12 characters, for example GBAYE6900477."));
  }

  private static @Nullable String text(Json json, String name, String field) {
    Json value = json.at(name);
    if (!value.isPresent()) {
      return null;
    }
    String text = value.isText() ? value.text() : null;
    if (!value.isText() || (text != null && text.length() > LONGEST_NAME)) {
      throw BadRequestException.of(
          field + "." + name, name + " must be a text of at most " + LONGEST_NAME + " characters.");
    }
    return text;
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
      if (name == null || name.length() > LONGEST_NAME) {
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
