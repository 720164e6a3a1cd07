package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply of {@code track.getInfo}. Its numbers come as strings, its duration in milliseconds
 * ({@code "0"} for unknown), and its {@code toptags} hold an array, a single object or nothing.
 */
final class TrackReply {

  /**
   * Any pair of names that anybody ever scrobbled exists, typing errors too. A track with fewer
   * listeners than this, no MusicBrainz id and no duration is taken for one of those.
   */
  static final int LEAST_LISTENERS = 5;

  private static final String NOBODY = "[unknown]";

  private TrackReply() {}

  /** The track that was asked for by these names. */
  static Outcome<LastfmTrack> track(Json reply, String askedArtist, String askedTitle) {
    Json track = reply.at("track");
    String title = track.text("name");
    String artist = artist(track);
    if (title == null || artist == null) {
      return LastfmSignals.nonsense("track.getInfo: a reply without a track");
    }
    if (isNobody(artist)
        || isTypingError(track)
        || isAnother(askedArtist, askedTitle, artist, title)) {
      return new Outcome.Missing<>();
    }
    return new Outcome.Found<>(
        new LastfmTrack(
            artist,
            title,
            isCorrected(askedArtist, askedTitle, artist, title),
            Tags.of(track.list("toptags", "tag"), artist),
            Fields.count(track, "listeners"),
            Fields.count(track, "playcount"),
            Fields.count(track, "duration"),
            Fields.link(track, "url"),
            track.text("mbid"),
            album(track.at("album")),
            Wiki.text(track.at("wiki")),
            List.of()));
  }

  /** Whether the track goes by other names than those asked for. */
  static boolean isCorrected(String askedArtist, String askedTitle, String artist, String title) {
    return !Names.normalized(askedArtist).equals(Names.normalized(artist))
        || !Names.normalized(askedTitle).equals(Names.normalized(title));
  }

  /** Whether that is the artist under whom Last.fm files what has none. */
  static boolean isNobody(String artist) {
    return Names.normalized(artist).equals(NOBODY);
  }

  /** The artist's name, which stands in an object, or bare. */
  static @Nullable String artist(Json track) {
    String name = track.text("artist", "name");
    return name != null ? name : track.text("artist");
  }

  private static boolean isTypingError(Json track) {
    Long listeners = track.wholeNumber("listeners");
    return listeners != null
        && listeners < LEAST_LISTENERS
        && track.text("mbid") == null
        && Fields.count(track, "duration") == null;
  }

  /**
   * Whether the reply is about something else, which Last.fm gives now and then. A correction may
   * replace the artist (an alias) or the title (a misspelling), but not both beyond recognition.
   */
  private static boolean isAnother(
      String askedArtist, String askedTitle, String artist, String title) {
    return !NameLikeness.alike(askedArtist, artist) && !NameLikeness.alike(askedTitle, title);
  }

  private static LastfmTrack.@Nullable Album album(Json album) {
    String title = album.text("title");
    return title == null
        ? null
        : new LastfmTrack.Album(
            album.text("artist"), title, Fields.link(album, "url"), Images.largest(album));
  }
}
