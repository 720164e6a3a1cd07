/**
 * Records about tracks and artists from the providers, and the keys that they are cached under.
 *
 * <p>A record's unknown fields are null. Deezer's and Last.fm's records are {@link
 * io.linernotes.cache.Mergeable}, since these providers lose data: a new answer keeps what only the
 * older one knew. {@link io.linernotes.enrichment.EnrichmentKeys} lists every key with its
 * lifetime.
 */
@NullMarked
package io.linernotes.enrichment;

import org.jspecify.annotations.NullMarked;
