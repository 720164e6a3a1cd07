package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ReplyText;
import io.linernotes.json.Json;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads track objects. Durations are in milliseconds, 0 if unknown. A track that replaces another
 * one ("relinking") names the original as {@code linked_from} and is stored under the original's
 * id.
 */
final class TrackReply {

  /** A year, a month or a day. */
  private static final Pattern DATE = Pattern.compile("[1-9][0-9]{3}(?:-[0-9]{2}){0,2}");

  /** The date that distributors enter when they know none. */
  private static final String NO_DATE = "1900-01-01";

  /** Longer than any recording; the longest are audio books and streams of a day. */
  private static final Duration LONGEST = Duration.ofDays(2);

  private TrackReply() {}

  /** The track in a playlist or a list; empty without an id or a name. */
  static Optional<Track> track(Json json) {
    String name = ReplyText.line(json.text("name"));
    return name == null ? Optional.empty() : id(json).map(id -> track(json, id, name));
  }

  /** The track that was requested by this id, even if the reply has another id. */
  static Outcome<Track> track(Json json, SpotifyId asked) {
    String name = ReplyText.line(json.text("name"));
    return name == null || json.text("id") == null || !isTrack(json)
        ? SpotifySignals.nonsense("track: a reply without a track")
        : new Outcome.Found<>(track(json, asked, name));
  }

  /** The tracks of a batch by the requested ids. */
  static Outcome<BatchResult<SpotifyId, Track>> tracks(Json body, List<SpotifyId> asked) {
    return BatchReply.read(
        "tracks",
        body,
        asked,
        new BatchReply.Elements<>() {
          /** In development mode only its position identifies a track that replaces another one. */
          @Override
          public Optional<SpotifyId> id(Json element, @Nullable SpotifyId expected) {
            Optional<SpotifyId> own = TrackReply.id(element);
            return own.filter(asked::contains)
                .or(() -> own.flatMap(_ -> Optional.ofNullable(expected)));
          }

          @Override
          public Outcome<Track> read(Json element, SpotifyId id) {
            return track(element, id);
          }
        });
  }

  /** Whether the object is a track; an object without a type counts as one. */
  static boolean isTrack(Json json) {
    String type = json.text("type");
    return type == null || type.equals("track");
  }

  /** The names of the artists, with their ids where they have any. */
  static List<Artist> artists(Json track) {
    List<Artist> artists = new ArrayList<>();
    for (Json artist : track.list("artists")) {
      String name = ReplyText.line(artist.text("name"));
      if (name != null) {
        artists.add(new Artist(name, SpotifyId.parse(artist.text("id")).orElse(null)));
      }
    }
    return artists;
  }

  /** The duration; null if it is unknown or impossible for a recording. */
  static @Nullable Duration duration(Json track) {
    Long millis = track.wholeNumber("duration_ms");
    return millis != null && millis > 0 && millis <= LONGEST.toMillis()
        ? Duration.ofMillis(millis)
        : null;
  }

  private static Optional<SpotifyId> id(Json track) {
    return SpotifyId.parse(track.text("linked_from", "id"))
        .or(() -> SpotifyId.parse(track.text("id")));
  }

  private static Track track(Json json, SpotifyId id, String name) {
    return new Track(
        id,
        Isrc.parse(json.text("external_ids", "isrc")).orElse(null),
        name,
        artists(json),
        duration(json),
        ReplyText.line(json.text("album", "name")),
        releaseDate(json.text("album", "release_date")),
        json.bool("explicit"),
        popularity(json));
  }

  private static @Nullable String releaseDate(@Nullable String date) {
    return date != null && DATE.matcher(date).matches() && !date.equals(NO_DATE) ? date : null;
  }

  /** From 0 to 100; 0 is a valid popularity. */
  private static @Nullable Integer popularity(Json json) {
    Long popularity = json.wholeNumber("popularity");
    return popularity != null && popularity >= 0 && popularity <= 100
        ? Integer.valueOf(popularity.intValue())
        : null;
  }
}
