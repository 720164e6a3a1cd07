package io.linernotes.api.format;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.Progress;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Request;
import io.linernotes.enrichment.Section;
import io.linernotes.json.AnalysisFormat;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an answer represents an analysis.
 *
 * @param isShort whether JSON holds only the values for mixing ({@code view=mix})
 * @param file the name of a downloaded file, without its suffix
 */
public record Representation(Format format, boolean isShort, String file) {

  /** The representation that a request asks for. */
  public static Representation of(Request request, String file) {
    return new Representation(Format.of(request), request.isShort(), file);
  }

  /** The analysis as text. */
  public String text(Analysis analysis) {
    return switch (format) {
      case JSON -> isShort ? AnalysisFormat.mixes(analysis) : AnalysisFormat.text(analysis);
      case CSV -> CsvFormat.text(analysis);
      case M3U8 -> M3u8Format.text(analysis);
      case REKORDBOX -> RekordboxFormat.text(analysis);
    };
  }

  /**
   * The body while the playlist is not in the cache yet.
   *
   * @param refusedFor how long Spotify's cooldown lasts; null while a task fetches it
   */
  public String pending(Set<Section> sections, @Nullable Duration refusedFor) {
    return switch (format) {
      case JSON -> AnalysisFormat.pending(Progress.none(sections), refusedFor);
      case CSV -> CsvFormat.empty();
      case M3U8 -> M3u8Format.empty();
      case REKORDBOX -> RekordboxFormat.empty();
    };
  }

  /** The answer with the headers of this representation; an error stays as it is. */
  public Answer of(Answer answer) {
    Answer varying = answer.with("Vary", "Accept");
    if (format == Format.JSON || answer.status() >= 400) {
      return varying;
    }
    return varying
        .with("Content-Type", format.mediaType())
        .with("Content-Disposition", "attachment; filename=\"" + file + format.suffix() + "\"");
  }
}
