package io.linernotes.enrichment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The Deezer track that a search for an ISRC found nearest to the wanted duration. */
public record DeezerSearch(long deezerId, @Nullable Duration duration) {}
