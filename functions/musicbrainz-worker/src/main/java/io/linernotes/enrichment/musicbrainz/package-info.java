/**
 * The worker of MusicBrainz's queue: ISRCs for tracks that have names but no ISRC.
 *
 * <p>{@link io.linernotes.enrichment.musicbrainz.MusicBrainzClient} makes the calls and {@code
 * MusicBrainzReplies} reads what comes back. {@code RecordingQuery} joins up to five tracks into
 * one query, since only one call per second is allowed. {@code RecordingMatch} keeps the hits that
 * may be the track, and {@code IsrcSearch} searches again for single tracks where the shared page
 * did not suffice. Each track is then enqueued for Deezer, with or without ISRCs.
 */
@NullMarked
package io.linernotes.enrichment.musicbrainz;

import org.jspecify.annotations.NullMarked;
