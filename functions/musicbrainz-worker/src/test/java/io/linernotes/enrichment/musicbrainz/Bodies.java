package io.linernotes.enrichment.musicbrainz;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reply bodies in the shapes in which MusicBrainz sends them. */
final class Bodies {

  static final String NO_HITS =
      "{\"created\":\"2026-11-22T12:00:00Z\",\"count\":0,\"offset\":0,\"recordings\":[]}";
  static final String TOO_FAST =
      "{\"error\":\"Your requests are exceeding the allowable rate limit. Please see"
          + " http://wiki.musicbrainz.org/XMLWebService for more information.\"}";
  static final String BUSY =
      "{\"error\":\"The MusicBrainz web server is currently busy. Please try again later.\"}";

  private Bodies() {}

  static String error(String words) {
    return "{\"error\":\"%s\",\"help\":\"For usage, please see: https://musicbrainz.org\"}"
        .formatted(words);
  }

  static String page(String... hits) {
    return page(hits.length, hits);
  }

  /** A page whose count exceeds its hits. */
  static String page(int count, String... hits) {
    return "{\"created\":\"2026-11-22T12:00:00Z\",\"count\":%d,\"offset\":0,\"recordings\":[%s]}"
        .formatted(count, String.join(",", hits));
  }

  /**
   * A hit with every field that is read. Without ISRCs it lacks the {@code isrcs} key, as at
   * MusicBrainz.
   */
  static String hit(String id, String title, String artist, int millis, String... isrcs) {
    return hit(id, title, credit(artist, ""), "\"length\":%d".formatted(millis), isrcs);
  }

  static String hit(String id, String title, String credits, String fields, String... isrcs) {
    String codes =
        isrcs.length == 0
            ? ""
            : Stream.of(isrcs).collect(Collectors.joining("\",\"", ",\"isrcs\":[\"", "\"]"));
    return """
        {"id":"%s","score":100,"title":"%s","video":null,"artist-credit":[%s],
         "first-release-date":"1998","releases":[{"id":"r","title":"An Album"}],%s%s}"""
        .formatted(id, title, credits, fields, codes);
  }

  static String credit(String name, String joinphrase, String... aliases) {
    String known =
        List.of(aliases).stream()
            .map("{\"sort-name\":\"%1$s\",\"name\":\"%1$s\",\"locale\":null}"::formatted)
            .collect(Collectors.joining(","));
    return """
        {"name":"%s","joinphrase":"%s",
         "artist":{"id":"a","name":"%s","sort-name":"%s","aliases":[%s]}}"""
        .formatted(name, joinphrase, name, name, known);
  }
}
