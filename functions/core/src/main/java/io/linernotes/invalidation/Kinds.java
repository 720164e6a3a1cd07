package io.linernotes.invalidation;

import io.linernotes.cache.Kind;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Cooldown;
import io.linernotes.session.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every kind of cached record. A kind that is missing here cannot be looked up by its keys; {@code
 * KindsTest} fails then.
 */
public final class Kinds {

  private static final List<Kind<?>> ALL =
      List.of(
          EnrichmentKeys.DEEZER_TRACK,
          EnrichmentKeys.DEEZER_SEARCH,
          EnrichmentKeys.ISRC,
          EnrichmentKeys.LASTFM_TRACK,
          EnrichmentKeys.LASTFM_ARTIST,
          EnrichmentKeys.LASTFM_CORRECTION,
          PlaylistKeys.PLAYLIST,
          PlaylistKeys.PAGE,
          PlaylistChange.KIND,
          EnrichmentKeys.AUDIO_FEATURES,
          EnrichmentKeys.ISRC_AUDIO_FEATURES,
          EnrichmentKeys.TRACK,
          CatalogueKeys.ARTIST,
          CatalogueKeys.SEARCH,
          CatalogueKeys.RECOMMENDATIONS,
          Profile.KIND,
          Cooldown.KIND);

  private Kinds() {}

  /** All of them. */
  public static List<Kind<?>> all() {
    return ALL;
  }

  /** The kind of {@code key}: the one with the longest matching prefix. */
  public static Optional<Kind<?>> of(String key) {
    return ALL.stream()
        .filter(kind -> key.startsWith(kind.prefix()) && key.length() > kind.prefix().length())
        .max(Comparator.comparingInt(kind -> kind.prefix().length()));
  }
}
