package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply of {@code track.getInfo}. Its numbers come as strings, its duration in milliseconds
 * ({@code "0"} for unknown), and its {@code toptags} hold an array, a single object or nothing. Its
 * {@code mbid} is often that of a track on a release, under which MusicBrainz has no recording.
 */
final class TrackReply {

  /**
   * Last.fm has a page for every pair of names that was ever scrobbled, typing errors included. A
   * track with fewer listeners than this, no MusicBrainz id and no duration is taken for a typing
   * error.
   */
  static final int LEAST_LISTENERS = 5;

  private TrackReply() {}

  /**
   * The track that was asked for; missing if the page is another track's or stands for no artist.
   */
  static Outcome<LastfmTrack> track(Json reply, Question asked) {
    Json track = reply.at("track");
    String title = Fields.name(track, "name");
    String artist = artist(track);
    if (title == null || artist == null) {
      return LastfmSignals.nonsense("track.getInfo: a reply without a track");
    }
    String wiki = Wiki.text(track.at("wiki"));
    if (NonArtists.isNobody(artist)
        || NonArtists.isDisowned(wiki)
        || isTypingError(track)
        || !NameCheck.isTrack(asked, artist, title)) {
      return new Outcome.Missing<>();
    }
    return new Outcome.Found<>(
        new LastfmTrack(
            artist,
            title,
            !new Question(artist, title).isSameAs(asked),
            false,
            Tags.of(
                track.list("toptags", "tag"),
                List.of(asked.artist(), asked.title(), artist, title)),
            Fields.count(track, Fields.MOST_LISTENERS, "listeners"),
            Fields.count(track, Fields.MOST_PLAYS, "playcount"),
            Fields.count(track, Fields.LONGEST_MS, "duration"),
            Fields.link(track, "url"),
            track.text("mbid"),
            album(track.at("album")),
            wiki,
            List.of()));
  }

  /** The artist's name, which is in an object or a bare text. */
  static @Nullable String artist(Json track) {
    String name = Fields.name(track, "artist", "name");
    return name != null ? name : Fields.name(track, "artist");
  }

  private static boolean isTypingError(Json track) {
    Long listeners = track.wholeNumber("listeners");
    return listeners != null
        && listeners >= 0
        && listeners < LEAST_LISTENERS
        && isEmpty(track.at("mbid"))
        && (isEmpty(track.at("duration")) || Objects.equals(track.wholeNumber("duration"), 0L));
  }

  /** Whether the field is absent or blank, as opposed to unreadable. */
  private static boolean isEmpty(Json field) {
    return !field.isPresent() || (field.isText() && field.text() == null);
  }

  private static LastfmTrack.@Nullable Album album(Json album) {
    String title = Fields.name(album, "title");
    return title == null
        ? null
        : new LastfmTrack.Album(
            Fields.name(album, "artist"), title, Fields.link(album, "url"), Images.largest(album));
  }
}
