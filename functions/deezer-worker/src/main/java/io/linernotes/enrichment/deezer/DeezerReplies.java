package io.linernotes.enrichment.deezer;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Outcome.Found;
import io.linernotes.enrichment.Outcome.Missing;
import io.linernotes.enrichment.Outcome.Throttled;
import io.linernotes.enrichment.Outcome.Unavailable;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import io.linernotes.track.Isrc;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Deezer's replies. Deezer answers nearly everything with HTTP 200, even an exceeded quota
 * and an unknown track, so the body is read before the status.
 */
final class DeezerReplies {

  /** Deezer's placeholder for an unknown release date. */
  private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

  private DeezerReplies() {}

  /** The reply to a request for one track. */
  static Outcome<FoundTrack> track(HttpReply reply) {
    return content(reply, new Missing<>()).then(DeezerReplies::track);
  }

  /**
   * The reply to a search.
   *
   * @param refused the outcome if Deezer rejects the query as malformed
   * @param limit the page size that was requested
   */
  static Outcome<DeezerHits> hits(HttpReply reply, Outcome<Json> refused, int limit) {
    return content(reply, refused).then(page -> hits(page, limit));
  }

  /** The body of a reply, unless it is an error or not JSON. */
  private static Outcome<Json> content(HttpReply reply, Outcome<Json> refused) {
    if (reply.status() == 429) {
      return new Throttled<>(reply.retryAfter().orElse(null));
    }
    Optional<Json> body = reply.json();
    Json error = body.map(json -> json.at("error")).orElse(null);
    if (error != null && error.isPresent()) {
      Long code = error.wholeNumber("code");
      if (code != null) {
        return error(code, reply, refused);
      }
    }
    if (reply.status() == 403) {
      return new Throttled<>(reply.retryAfter().orElse(null));
    }
    if (reply.status() == 404) {
      // An unknown track is code 800; this is an unknown path.
      return unavailable("knows no such path (404): is the base URL right?", reply);
    }
    if (reply.status() != 200) {
      return unavailable("answered HTTP " + reply.status(), reply);
    }
    if (error != null && error.isPresent()) {
      return unavailable("answered an error without a code", reply);
    }
    return body.<Outcome<Json>>map(Found::new)
        .orElseGet(() -> unavailable("answered something other than JSON", reply));
  }

  /** The codes of developers.deezer.com/api/errors. */
  private static Outcome<Json> error(long code, HttpReply reply, Outcome<Json> refused) {
    // Deezer has no codes beyond 32 bits.
    return switch (Math.toIntExact(Math.clamp(code, Integer.MIN_VALUE, Integer.MAX_VALUE))) {
      case 4 -> new Throttled<>(reply.retryAfter().orElse(null));
      case 800 -> new Missing<>();
      case 500, 501, 600 -> refused;
      case 200, 300 -> unavailable("wants a login (error " + code + ")", reply);
      case 700 -> unavailable("is busy (error 700)", reply);
      default -> unavailable("answered error " + code, reply);
    };
  }

  private static <T> Outcome<T> unavailable(String what, HttpReply reply) {
    return new Unavailable<>("Deezer " + what, reply.retryAfter().orElse(null));
  }

  private static Outcome<FoundTrack> track(Json track) {
    Long id = positive(track.wholeNumber("id"));
    String type = track.text("type");
    if (id == null || (type != null && !type.equals("track"))) {
      return new Unavailable<>("Deezer answered something other than a track", null);
    }
    LocalDate released = date(track.text("release_date"));
    return new Found<>(
        new FoundTrack(
            new DeezerTrack(
                id,
                Isrc.parse(track.text("isrc")).orElse(null),
                track.text("title"),
                track.text("artist", "name"),
                seconds(track.wholeNumber("duration")),
                positive(track.number("bpm")),
                nonZero(track.number("gain")),
                rank(track.wholeNumber("rank")),
                // Some tracks have no date of their own, but their album has one.
                released != null ? released : date(track.text("album", "release_date")),
                null,
                null),
            artists(track)));
  }

  private static List<String> artists(Json track) {
    return Stream.concat(
            Stream.ofNullable(track.text("artist", "name")),
            track.list("contributors").stream()
                .flatMap(contributor -> Stream.ofNullable(contributor.text("name"))))
        .distinct()
        .toList();
  }

  private static Outcome<DeezerHits> hits(Json page, int limit) {
    if (!page.at("data").isArray()) {
      return new Unavailable<>("Deezer answered a search without a list", null);
    }
    List<Json> listed = page.list("data");
    Long total = page.wholeNumber("total");
    if (listed.isEmpty() && (total == null || total == 0)) {
      return new Missing<>();
    }
    List<DeezerHit> hits =
        listed.stream().map(DeezerReplies::hit).filter(Objects::nonNull).toList();
    if (hits.isEmpty()) {
      return new Unavailable<>("Deezer counted hits but listed none", null);
    }
    // A search reads one page. A page that is neither full nor holds all counted hits was cut.
    boolean complete = listed.size() >= limit || total == null || total <= listed.size();
    return new Found<>(new DeezerHits(hits, complete && hits.size() == listed.size()));
  }

  /** The hit; null if it lacks what a comparison needs. */
  private static @Nullable DeezerHit hit(Json hit) {
    Long id = positive(hit.wholeNumber("id"));
    String title = hit.text("title");
    String artist = hit.text("artist", "name");
    return id == null || title == null || artist == null
        ? null
        : new DeezerHit(
            id, title, artist, seconds(hit.wholeNumber("duration")), hit.bool("explicit_lyrics"));
  }

  /** Durations are in seconds, 0 where Deezer does not know. */
  private static @Nullable Duration seconds(@Nullable Long seconds) {
    Long known = positive(seconds);
    return known == null ? null : Duration.ofSeconds(known);
  }

  private static @Nullable Integer rank(@Nullable Long rank) {
    return rank == null || rank <= 0 || rank > Integer.MAX_VALUE ? null : rank.intValue();
  }

  private static @Nullable Long positive(@Nullable Long number) {
    return number == null || number <= 0 ? null : number;
  }

  private static @Nullable Double positive(@Nullable Double number) {
    return number == null || number <= 0 ? null : number;
  }

  private static @Nullable Double nonZero(@Nullable Double number) {
    return number == null || number == 0 ? null : number;
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      return date.isAfter(NO_DATE) ? date : null;
    } catch (DateTimeParseException e) {
      return null; // 0000-00-00 among others
    }
  }
}
