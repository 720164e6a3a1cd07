package io.linernotes.planning;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.mixing.Mix;
import io.linernotes.track.Track;
import org.jspecify.annotations.Nullable;

/**
 * The states of one track's sections; null where a section was not requested.
 *
 * @param track for display: the track, or the client's claim, completed with names from the cache
 */
public record TrackPlan(
    Track track,
    @Nullable SectionState<DeezerTrack> deezer,
    @Nullable SectionState<LastfmTrack> lastfm,
    @Nullable SectionState<AudioFeatures> audioFeatures) {

  /** Tempo, key and energy, reconciled from the sections. */
  public Mix mix() {
    return Mix.of(
        deezer == null ? null : deezer.data(), audioFeatures == null ? null : audioFeatures.data());
  }

  /**
   * The earliest release year that Spotify or Deezer gives, or null. Catalogues date the release
   * that they list the track on, which is often a reissue or a compilation.
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
