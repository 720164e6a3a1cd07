/**
 * ReccoBeats: audio features, for tracks that Spotify tells none of.
 *
 * <p>One call answers for 40 tracks by their ids at Spotify. A recording known by its ISRC takes
 * two: {@code GET /track} tells under which ids ReccoBeats has it, {@code GET /audio-features} its
 * features. ReccoBeats leaves out what it does not know, so a track is missing where a reply that
 * can be read whole has no row for it; one row that cannot be read leaves every track without a row
 * unanswered.
 */
@NullMarked
package io.linernotes.enrichment.reccobeats;

import org.jspecify.annotations.NullMarked;
