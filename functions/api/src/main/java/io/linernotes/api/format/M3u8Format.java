package io.linernotes.api.format;

import io.linernotes.analysis.Analysis;
import io.linernotes.playlist.Playlist;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An extended M3U playlist in UTF-8. Each track has its length in seconds, its name and its
 * location: its Spotify URI, else a file of its name beside the list. BPM and key are in a comment,
 * which players skip. Places without a track or a local file are left out, because they have no
 * location.
 */
final class M3u8Format {

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[/\\\\:*?\"<>|#]+");

  private M3u8Format() {}

  static String text(Analysis analysis) {
    StringBuilder text = new StringBuilder(empty());
    Playlist playlist = analysis.playlist();
    if (playlist != null && playlist.name() != null) {
      text.append("#PLAYLIST:").append(line(playlist.name())).append('\n');
    }
    for (Row row : Row.of(analysis)) {
      if (row.isTrack() || row.type().equals("local")) {
        append(text, row);
      }
    }
    return text.toString();
  }

  /** A list without tracks. */
  static String empty() {
    return "#EXTM3U\n";
  }

  private static void append(StringBuilder text, Row row) {
    text.append("#EXTINF:").append(seconds(row.duration())).append(',');
    text.append(line(row.name())).append('\n');
    String comment = Comment.of(row);
    if (!comment.isEmpty()) {
      text.append("# ").append(line(comment)).append('\n');
    }
    text.append(location(row)).append('\n');
  }

  /** Whole seconds; -1 where the length is unknown. */
  private static long seconds(@Nullable Duration duration) {
    return duration == null ? -1 : Math.round(duration.toMillis() / 1000.0);
  }

  private static String location(Row row) {
    SpotifyId id = row.id();
    if (id != null) {
      return "spotify:track:" + id;
    }
    String name = NOT_IN_FILE_NAMES.matcher(line(row.name())).replaceAll("_");
    return name.isEmpty() ? "unknown" : name;
  }

  private static String line(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
