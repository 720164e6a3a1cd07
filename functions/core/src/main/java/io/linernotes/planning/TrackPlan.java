package io.linernotes.planning;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.mixing.Mix;
import io.linernotes.track.Track;
import org.jspecify.annotations.Nullable;

/**
 * What the sections of one track can say now; null where a section was not asked for.
 *
 * @param track for display: the track, or a client's words about one, completed by what the cache
 *     knows of its names
 */
public record TrackPlan(
    Track track,
    @Nullable SectionState<DeezerTrack> deezer,
    @Nullable SectionState<LastfmTrack> lastfm,
    @Nullable SectionState<AudioFeatures> audioFeatures) {

  /** Tempo, key and energy as the sections tell them together. */
  public Mix mix() {
    return Mix.of(
        deezer == null ? null : deezer.data(), audioFeatures == null ? null : audioFeatures.data());
  }

  /**
   * The earliest year that anybody tells for the track's release: catalogues date the release that
   * they list the track on, which is often a reissue or a compilation.
   */
  public @Nullable Integer earliestYear() {
    Integer spotifys = track.releaseYear();
    DeezerTrack told = deezer == null ? null : deezer.data();
    Integer deezers = told == null ? null : told.releaseYear();
    if (spotifys == null || deezers == null) {
      return spotifys == null ? deezers : spotifys;
    }
    return Math.min(spotifys, deezers);
  }
}
