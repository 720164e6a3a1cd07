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
 * @param track the track, completed by what the cache knows of its names
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
}
