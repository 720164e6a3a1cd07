package io.linernotes.api.format;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.MusicalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The comment that DJ software shows beside a track: {@code 8A, 123.5 BPM, energy 0.53, house,
 * french house}.
 */
final class Comment {

  private static final int TAGS = 3;

  private Comment() {}

  static String of(Row row) {
    Mix mix = row.mix();
    List<String> parts = new ArrayList<>();
    MusicalKey key = mix.key();
    if (key != null) {
      parts.add(key.camelot().toString());
    }
    if (mix.bpm() != null) {
      parts.add(String.format(Locale.ROOT, "%.1f BPM", mix.bpm()));
    }
    if (mix.energy() != null) {
      parts.add(String.format(Locale.ROOT, "energy %.2f", mix.energy()));
    }
    LastfmTrack lastfm = row.lastfm();
    if (lastfm != null) {
      lastfm.topTags().stream().limit(TAGS).forEach(parts::add);
    }
    return String.join(", ", parts);
  }
}
