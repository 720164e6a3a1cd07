/** The answers to requests: tracks enriched, playlists analysed, progress and aggregates told. */
@NullMarked
package io.linernotes.analysis;

import org.jspecify.annotations.NullMarked;
