package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import org.jspecify.annotations.Nullable;

/** Single fields of replies, in which 0 and "" stand for what Last.fm does not know. */
final class Fields {

  private Fields() {}

  /** The count at the path; null for 0. */
  static @Nullable Long count(Json json, String... path) {
    Long count = json.wholeNumber(path);
    return count != null && count > 0 ? count : null;
  }

  /** The web address at the path. */
  static @Nullable String link(Json json, String... path) {
    String text = json.text(path);
    return text != null && (text.startsWith("https://") || text.startsWith("http://"))
        ? text
        : null;
  }
}
