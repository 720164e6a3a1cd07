/** Last.fm: tags, listeners and similar tracks of a track, and notes on an artist. */
@NullMarked
package io.linernotes.enrichment.lastfm;

import org.jspecify.annotations.NullMarked;
