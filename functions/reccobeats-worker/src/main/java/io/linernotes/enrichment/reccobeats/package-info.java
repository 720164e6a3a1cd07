/**
 * The worker of ReccoBeats' queue: audio features of tracks for which Spotify has none.
 *
 * <p>One call fetches 40 tracks by their Spotify ids. ISRCs take two calls: {@code GET /track}
 * lists the Spotify ids of each recording, {@code GET /audio-features} the features of those ids.
 * ReccoBeats leaves out unknown tracks, so a track without a row is a miss, provided that every row
 * of the reply can be read. One unreadable row leaves every track without a row unanswered.
 */
@NullMarked
package io.linernotes.enrichment.reccobeats;

import org.jspecify.annotations.NullMarked;
