/** ReccoBeats: tags, listeners and similar tracks of a track, and notes on an artist. */
@NullMarked
package io.linernotes.enrichment.reccobeats;

import org.jspecify.annotations.NullMarked;
