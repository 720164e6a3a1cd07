package io.linernotes.analysis;

import io.linernotes.analysis.Aggregates.TagCount;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.tagging.TagKey;
import io.linernotes.tagging.TagVocabulary;
import io.linernotes.track.Names;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the tags of many tracks. A tag counts once a track in any spelling, and is shown in its
 * commonest spelling. Tags that say nothing about the music are dropped here too, since cached
 * entries may be older than the vocabulary.
 */
final class CrowdTags {

  private final Map<String, Reading> readings = new HashMap<>();
  private final Map<TagKey, Map<String, Integer>> spellings = new HashMap<>();
  private final Map<TagKey, Integer> counts = new HashMap<>();

  /** The meaning of a spelling; looked up once, since tracks share most of their tags. */
  private record Reading(TagKey key, String spelling, boolean junk) {
    static Reading of(String tag) {
      return new Reading(
          TagKey.of(tag), Names.normalized(TagVocabulary.spelling(tag)), TagVocabulary.isJunk(tag));
    }
  }

  private CrowdTags() {}

  /** The tags that most tracks have, commonest first. */
  static List<TagCount> of(Collection<LastfmTrack> tracks, int most) {
    CrowdTags tags = new CrowdTags();
    tracks.forEach(tags::add);
    return tags.commonest(most);
  }

  private void add(LastfmTrack track) {
    Set<TagKey> ofTrack = new HashSet<>();
    for (String tag : track.topTags()) {
      Reading reading = readings.computeIfAbsent(tag, Reading::of);
      if (!reading.junk() && ofTrack.add(reading.key())) {
        counts.merge(reading.key(), 1, Integer::sum);
        spellings
            .computeIfAbsent(reading.key(), _ -> new HashMap<>())
            .merge(reading.spelling(), 1, Integer::sum);
      }
    }
  }

  private List<TagCount> commonest(int most) {
    return counts.entrySet().stream()
        .map(each -> new TagCount(spelling(each.getKey()), each.getValue()))
        .sorted(Comparator.comparingInt(TagCount::count).reversed().thenComparing(TagCount::tag))
        .limit(most)
        .toList();
  }

  /** The commonest spelling; of equally common ones, the first in alphabetical order. */
  private String spelling(TagKey key) {
    return spellings.getOrDefault(key, Map.of()).entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
