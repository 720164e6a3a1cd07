package io.linernotes.api.format;

import io.linernotes.api.exchange.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats of an analysis, the preferred one first. */
public enum Format {
  JSON("", "application/json"),
  CSV(".csv", "text/csv; charset=utf-8"),
  M3U8(".m3u8", "application/vnd.apple.mpegurl", "audio/mpegurl", "audio/x-mpegurl"),
  REKORDBOX(".rekordbox.xml", "application/xml", "text/xml");

  private static final Pattern RANGE =
      Pattern.compile("\\s*([^;,\\s]+)\\s*(?:;[^,]*?\\bq\\s*=\\s*([0-9.]+))?[^,]*(?:,|$)");

  private final String suffix;
  private final String mediaType;
  private final List<String> accepted;

  Format(String suffix, String mediaType, String... others) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.accepted =
        Stream.concat(Stream.of(mediaType.split(";", 2)[0]), Arrays.stream(others)).toList();
  }

  /** The suffix of this format's paths; empty for JSON. */
  public String suffix() {
    return suffix;
  }

  /** The {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The format of the answer to a request: by its path's suffix, else by {@code Accept}, else JSON.
   */
  public static Format of(Request request) {
    return ofPath(request.resource())
        .or(() -> request.header("Accept").flatMap(Format::accepted))
        .orElse(JSON);
  }

  private static Optional<Format> ofPath(String path) {
    return Stream.of(values())
        .filter(format -> format != JSON && path.endsWith(format.suffix))
        .findFirst();
  }

  /** The format that the header rates best; of several the first in this enum's order. */
  private static Optional<Format> accepted(String accept) {
    return Stream.of(values())
        .filter(format -> format.quality(accept) > 0)
        .max(
            Comparator.<Format>comparingDouble(format -> format.quality(accept))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The quality that the header gives this format, 0 to 1: its most specific range decides. */
  private double quality(String accept) {
    double quality = 0;
    int specificity = -1;
    Matcher range = RANGE.matcher(accept.toLowerCase(Locale.ROOT));
    while (range.lookingAt() && range.end() > range.start()) {
      int specific = specificity(range.group(1));
      if (specific > specificity) {
        specificity = specific;
        quality = weight(range.group(2));
      }
      range.region(range.end(), accept.length());
    }
    return quality;
  }

  private int specificity(String range) {
    if (accepted.contains(range)) {
      return 2;
    }
    if (range.equals("*/*")) {
      return 0;
    }
    boolean isOfItsType =
        range.endsWith("/*")
            && accepted.stream()
                .anyMatch(each -> each.startsWith(range.substring(0, range.length() - 1)));
    return isOfItsType ? 1 : -1;
  }

  private static double weight(@org.jspecify.annotations.Nullable String q) {
    try {
      return q == null ? 1 : Math.clamp(Double.parseDouble(q), 0, 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
