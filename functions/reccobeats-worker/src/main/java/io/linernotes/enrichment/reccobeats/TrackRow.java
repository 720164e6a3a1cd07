package io.linernotes.enrichment.reccobeats;

import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import java.util.Optional;

/** Reads a row of any ReccoBeats reply, whose {@code href} is the track's URL at Spotify. */
final class TrackRow {

  private TrackRow() {}

  /** The last segment of the URL's path; query and fragment are ignored. */
  static Optional<SpotifyId> spotifyId(Json row) {
    String href = row.text("href");
    if (href == null) {
      return Optional.empty();
    }
    String path = before(before(href, '?'), '#');
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return SpotifyId.parse(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
  }

  private static String before(String text, char sign) {
    int at = text.indexOf(sign);
    return at < 0 ? text : text.substring(0, at);
  }
}
