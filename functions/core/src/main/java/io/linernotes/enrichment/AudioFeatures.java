package io.linernotes.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * How a track sounds.
 *
 * @param acousticness 0 to 1, as are danceability, energy, instrumentalness, liveness, speechiness
 *     and valence
 * @param loudness dB
 * @param tempo beats a minute
 * @param key pitch class, 0 is C
 * @param mode 0 minor, 1 major
 * @param timeSignature beats a bar
 * @param source the provider of the data: {@code spotify} or {@code reccobeats}
 */
public record AudioFeatures(
    @Nullable Double acousticness,
    @Nullable Double danceability,
    @Nullable Double energy,
    @Nullable Double instrumentalness,
    @Nullable Double liveness,
    @Nullable Double loudness,
    @Nullable Double speechiness,
    @Nullable Double valence,
    @Nullable Double tempo,
    @Nullable Integer key,
    @Nullable Integer mode,
    @Nullable Integer timeSignature,
    String source) {}
