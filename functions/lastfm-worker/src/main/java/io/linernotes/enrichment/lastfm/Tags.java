package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import io.linernotes.tagging.TagVocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The tags that listeners gave a track or an artist. */
final class Tags {

  /** The most tags kept; Last.fm's info calls return no more. */
  static final int MOST = 5;

  private Tags() {}

  /**
   * The tags that say something about the music, in order.
   *
   * @param names the names of the artists and the track, which are dropped if used as tags
   */
  static List<String> of(List<Json> tags, Collection<String> names) {
    List<String> given = new ArrayList<>();
    for (Json tag : tags) {
      String name = Fields.name(tag, "name");
      if (name != null) {
        given.add(name);
      }
    }
    List<String> told = TagVocabulary.told(given, names);
    return told.subList(0, Math.min(MOST, told.size()));
  }
}
