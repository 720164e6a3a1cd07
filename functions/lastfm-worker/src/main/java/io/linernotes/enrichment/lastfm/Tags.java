package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import io.linernotes.tagging.TagVocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What listeners call a track or an artist. */
final class Tags {

  /** As many as Last.fm's info calls give. */
  static final int MOST = 5;

  private Tags() {}

  /**
   * The tags that say something about the music, in order.
   *
   * @param names those of the artists and the track, which are no tags of theirs
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
