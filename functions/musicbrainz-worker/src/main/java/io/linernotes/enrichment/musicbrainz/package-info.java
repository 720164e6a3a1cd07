/** MusicBrainz: its search for recordings, what its replies mean, and the ISRCs found there. */
@NullMarked
package io.linernotes.enrichment.musicbrainz;

import org.jspecify.annotations.NullMarked;
