/**
 * The worker of Deezer's queue: BPM, gain, rank and release date of tracks.
 *
 * <p>{@link io.linernotes.enrichment.deezer.DeezerClient} makes the calls and {@code DeezerReplies}
 * reads what comes back. {@code DeezerChain} finds one track by its own ISRC, by a search for that
 * ISRC, by ISRCs from MusicBrainz, then by names ({@code NameLadder}). Each way is tried only if
 * the one before was a miss; a failure is retried, never stored as a miss. {@code Witnesses} checks
 * what an ISRC found, because one ISRC may stand for several recordings.
 */
@NullMarked
package io.linernotes.enrichment.deezer;

import org.jspecify.annotations.NullMarked;
