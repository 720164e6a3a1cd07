package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Outcome.Found;
import io.linernotes.enrichment.Outcome.Missing;
import io.linernotes.enrichment.Outcome.Throttled;
import io.linernotes.enrichment.Outcome.Unavailable;
import io.linernotes.http.HttpReply;
import io.linernotes.json.Json;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.ArtistCredit.Credited;
import io.linernotes.track.Isrc;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads MusicBrainz's replies. Its 503 means one of two things: this client is too fast, or the
 * whole site is busy, which slowing down does not cure.
 */
final class MusicBrainzReplies {

  private static final String TOO_FAST = "exceeding the allowable rate limit";
  private static final String BUSY = "currently busy";
  private static final String SHED = "search-shed";

  /** A busy site sends {@code Retry-After: 0}; an immediate retry would only keep it busy. */
  private static final Duration WHILE_BUSY = Duration.ofMinutes(2);

  /** MusicBrainz blocks and unblocks user agents by hand. */
  private static final Duration WHILE_BLOCKED = Duration.ofHours(1);

  private MusicBrainzReplies() {}

  /** The reply to a search for recordings. */
  static Outcome<RecordingPage> recordings(HttpReply reply) {
    Optional<Json> body = reply.json();
    String error = body.map(json -> json.text("error")).orElse(null);
    if (says(error, TOO_FAST) || reply.status() == 429) {
      return new Throttled<>(reply.retryAfter().orElse(null));
    }
    if (says(error, BUSY) || SHED.equals(reply.headers().get("X-RateLimit-Who"))) {
      return new Unavailable<>("MusicBrainz is busy", reply.retryAfter(WHILE_BUSY));
    }
    return switch (reply.status()) {
      case 200 -> page(body.filter(json -> error == null).orElse(null));
      case 400, 414 -> new Found<>(new RecordingPage.Refused());
      case 403 ->
          new Unavailable<>(
              "MusicBrainz refuses us (403): is CONTACT set?", reply.retryAfter(WHILE_BLOCKED));
      case 404 -> error == null ? unavailable(reply) : new Missing<>();
      default -> unavailable(reply);
    };
  }

  private static <T> Outcome<T> unavailable(HttpReply reply) {
    return new Unavailable<>(
        "MusicBrainz answered HTTP " + reply.status(), reply.retryAfter().orElse(null));
  }

  private static boolean says(@Nullable String error, String words) {
    return error != null && error.contains(words);
  }

  private static Outcome<RecordingPage> page(@Nullable Json body) {
    Long count = body == null ? null : body.wholeNumber("count");
    if (body == null || count == null || !body.at("recordings").isArray()) {
      return new Unavailable<>("MusicBrainz answered something other than a page of hits", null);
    }
    List<Json> listed = body.list("recordings");
    if (listed.isEmpty() && count > 0) {
      return new Unavailable<>("MusicBrainz counted hits but listed none", null);
    }
    List<Json> hits = listed.stream().filter(hit -> !isVideo(hit)).toList();
    List<Recording> recordings =
        hits.stream().map(MusicBrainzReplies::recording).filter(Objects::nonNull).toList();
    // A hit that cannot be read may be the recording that was searched for.
    boolean complete = count <= listed.size() && recordings.size() == hits.size();
    return new Found<>(
        new RecordingPage.Hits(recordings, complete, listed.size() >= MusicBrainzClient.LIMIT));
  }

  private static boolean isVideo(Json hit) {
    return Boolean.TRUE.equals(hit.bool("video"));
  }

  /** The hit; null if it lacks the names that a comparison needs. */
  private static @Nullable Recording recording(Json hit) {
    String title = hit.text("title");
    List<Credited> artists =
        hit.list("artist-credit").stream()
            .map(MusicBrainzReplies::credited)
            .filter(Objects::nonNull)
            .toList();
    if (title == null || artists.isEmpty()) {
      return null;
    }
    return new Recording(
        hit.text("id"),
        title,
        hit.text("disambiguation"),
        new ArtistCredit(artists),
        millis(hit.wholeNumber("length")),
        hit.list("isrcs").stream()
            .flatMap(isrc -> Isrc.parse(isrc.text()).stream())
            .distinct()
            .toList());
  }

  /** The credited name, with the artist's own name and aliases. */
  private static @Nullable Credited credited(Json credit) {
    String own = credit.text("artist", "name");
    String name = credit.text("name");
    if (name == null) {
      name = own;
    }
    if (name == null) {
      return null;
    }
    List<String> aliases =
        Stream.concat(
                Stream.ofNullable(own),
                credit.list("artist", "aliases").stream()
                    .flatMap(alias -> Stream.ofNullable(alias.text("name"))))
            .distinct()
            .toList();
    return new Credited(name, aliases);
  }

  private static @Nullable Duration millis(@Nullable Long millis) {
    return millis == null || millis <= 0 ? null : Duration.ofMillis(millis);
  }
}
