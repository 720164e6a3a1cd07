package io.linernotes.enrichment.deezer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A track as Deezer's search lists it: without ISRC, bpm, gain and release date, which {@link
 * DeezerClient#track} tells.
 */
record DeezerHit(
    long id, @Nullable String title, @Nullable String artist, @Nullable Duration duration) {}
